// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Extension points, permission rules and test utilities for the ML Lens backend.
 *
 * @packageDocumentation
 */

export * from './evidence';
export * from './extensionPoints';
export * from './factRules';
export * from './fetchJson';
export * from './models';
export * from './permissions';
export * from './settings';
export * from './systems';
