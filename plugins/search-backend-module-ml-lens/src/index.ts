// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Workloads, questions and practices of ML Lens for the search of Backstage.
 *
 * @packageDocumentation
 */

export { searchModule as default } from './module';
