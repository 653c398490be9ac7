// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Permissions, catalog annotations, API contract and typed client of ML Lens.
 *
 * @packageDocumentation
 */

export * from './annotations';
export * from './client';
export * from './contract/operations';
export * from './contract/words';
export type { GateRequest, GateState } from './contract/types/gates';
export * from './contract/types/lenses';
export * from './contract/types/organisation';
export * from './contract/types/pages';
export * from './contract/types/reviews';
export * from './contract/types/work';
export * from './contract/types/workloads';
export * from './permissions';
