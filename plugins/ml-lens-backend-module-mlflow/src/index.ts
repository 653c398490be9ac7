// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Shows registered models of MLflow beside the answers of ML Lens.
 *
 * @packageDocumentation
 */

export { mlflowModelsModule as default } from './module';
