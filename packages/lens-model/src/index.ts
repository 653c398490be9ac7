// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The domain of ML Lens without I/O, for browsers and Node.js alike.
 *
 * @packageDocumentation
 */

export * from './comparison';
export * from './history';
export * from './improvement';
export * from './lens';
export * from './model';
export * from './profile';
export * from './rules';
export * from './scoring';
export * from './timeline';
export * from './upgrade';
export { isWorkloadId } from './workloadId';
