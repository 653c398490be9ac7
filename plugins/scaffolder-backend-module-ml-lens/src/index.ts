// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Actions of the scaffolder for the improvement plans of ML Lens.
 *
 * @packageDocumentation
 */

export { scaffolderModule as default } from './module';
