// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensOperations } from './lenses';
import type { OrganisationOperations } from './organisation';
import type { ProposalOperations } from './proposals';
import type { ReviewOperations } from './reviews';
import type { WorkloadOperations } from './workloads';

/**
 * What each operation of the HTTP API takes and gives: its path below
 * `/api/ml-lens`, the query or body a caller sends, or a file as `rawBody`, and
 * the answer; `void` where there is none, a `Response` where it is streamed.
 * `defaults` names what is filled in where callers leave it out.
 *
 * Instants are RFC 3339, days as `2026-12-15`; `at` is a past instant to look
 * at instead of now.
 *
 * @public
 */
export interface MlLensOperations
  extends LensOperations,
    WorkloadOperations,
    ReviewOperations,
    ProposalOperations,
    OrganisationOperations {}

/**
 * The `{parameters}` of a path, by name.
 * @public
 */
export type PathParameters<Path extends string> =
  Path extends `${string}{${infer Name}}${infer Rest}`
    ? { [Key in Name]: string } & PathParameters<Rest>
    : {};

/**
 * Name of an operation.
 * @public
 */
export type OperationId = keyof MlLensOperations;

export type {
  LensOperations,
  OrganisationOperations,
  ProposalOperations,
  ReviewOperations,
  WorkloadOperations,
};
