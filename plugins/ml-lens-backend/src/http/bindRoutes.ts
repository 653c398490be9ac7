// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  mlLensRoutes,
  type RouteDefinition,
} from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { z } from 'zod';
import {
  type ApiRouter,
  bindQuery,
  bindRoute,
  type BoundRequest,
  type RouteHandler,
} from './bind';

type Routes = typeof mlLensRoutes;

/** What an operation is asked, once it is checked. */
export type QueryOf<Id extends keyof Routes> = z.output<
  NonNullable<Routes[Id]['query']>
>;

type QueryId = {
  [Id in keyof Routes]: Routes[Id] extends { query: z.ZodObject } ? Id : never;
}[keyof Routes];

/** Mounts operations of the contract by their names: see {@link bindRoute}. */
export function bindRoutes(
  api: ApiRouter,
  handlers: { [Id in keyof Routes]?: RouteHandler<Routes[Id]> },
): void {
  for (const [id, handler] of Object.entries(handlers)) {
    const route: RouteDefinition = mlLensRoutes[id as keyof Routes];
    bindRoute(api, route, handler as RouteHandler<RouteDefinition>);
  }
}

/** Mounts operations that read, each with its POST: see {@link bindQuery}. */
export function bindQueries(
  api: ApiRouter,
  handlers: {
    [Id in QueryId]?: (
      request: Omit<BoundRequest<Routes[Id]>, 'body'>,
    ) => ReturnType<RouteHandler<Routes[Id]>>;
  },
): void {
  for (const [id, handler] of Object.entries(handlers)) {
    bindQuery(api, mlLensRoutes[id as QueryId], handler as any);
  }
}

/** Routes below this take bodies of JSON of so many bytes. */
export function takingBodies(api: ApiRouter, bytes: number): ApiRouter {
  return { ...api, bodyLimits: { ...api.bodyLimits, json: bytes } };
}
