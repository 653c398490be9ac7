// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The HTTP API as data: for those who serve it, describe it or stand in for it.
 *
 * @packageDocumentation
 */
import type {
  MlLensOperations,
  OperationId,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { RouteOf } from './conforming';
import * as contract from './routes';

export type { Read, RouteOf } from './conforming';
export { createOpenApiDocument, type OpenApiDocument } from './openapi';
export { proposedAnswerSchema } from './proposals';
export { asPost, type RouteAccess, type RouteDefinition } from './route';

/**
 * The whole HTTP API, by operation: what its router, its client, its OpenAPI
 * document and its tests are made from.
 * @public
 */
export const mlLensRoutes: {
  [Id in OperationId]: RouteOf<MlLensOperations[Id]>;
} = contract.mlLensRoutes;
