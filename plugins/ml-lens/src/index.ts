// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Frontend plugin of ML Lens.
 *
 * @packageDocumentation
 */

export { mlLensApiRef } from './api';
export { MlLensSidebarItem } from './components/org/inbox/MlLensSidebarItem';
export { default } from './plugin';
export { mlLensTranslationRef } from './translation';
