// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Backend plugin of ML Lens.
 *
 * @packageDocumentation
 */

export { mlLensPlugin as default } from './plugin';
