// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Sign-in page of the ML Lens demo portal.
 *
 * @packageDocumentation
 */

export { default } from './module';
