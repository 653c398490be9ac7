// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Shows alarms of Prometheus about models beside the answers of ML Lens.
 *
 * @packageDocumentation
 */

export { prometheusModelsModule as default } from './module';
