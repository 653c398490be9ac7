// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ObjectSchema, SameShape } from '@ml-lens/lens-model/schemas';
import type { z } from 'zod';
import type { MlLensOperations, OperationId } from './operations';
import type { RouteDefinition } from './route';

/**
 * What a caller sends, once it is checked: a parameter that may be given once
 * or several times is a list, and defaults are filled in.
 * @public
 */
export type Read<Given, Defaults> = {
  [Key in keyof Given as Key extends Defaults ? Key : never]-?: Exclude<
    Given[Key],
    undefined
  >;
} & {
  [Key in keyof Given as Key extends Defaults ? never : Key]: [
    Extract<Given[Key], readonly unknown[]>,
  ] extends [never]
    ? Given[Key]
    : Extract<Given[Key], readonly unknown[] | null | undefined>;
};

/**
 * The route of an operation: how the router takes it and the OpenAPI document
 * describes it.
 * @public
 */
export type RouteOf<Op extends { path: string; response: unknown }> = Omit<
  RouteDefinition,
  'path' | 'query' | 'body' | 'rawBody' | 'response' | 'lines'
> & {
  path: Op['path'];
  query: Op extends { query?: infer Given extends object }
    ? ObjectSchema<
        Read<Given, Op extends { defaults: infer Names } ? Names : never>
      >
    : undefined;
  body: Op extends { body?: infer Given extends object }
    ? ObjectSchema<
        Read<Given, Op extends { defaults: infer Names } ? Names : never>
      >
    : undefined;
  rawBody: Op extends { rawBody?: string }
    ? NonNullable<RouteDefinition['rawBody']>
    : undefined;
  response: Op['response'] extends Response | void
    ? null
    : z.ZodType<Op['response'], Op['response']>;
  lines: Op extends { lines: infer Line } ? z.ZodType<Line> : undefined;
};

type ReadPart<Op, Part extends 'query' | 'body'> = Op extends {
  [Key in Part]?: infer Given extends object;
}
  ? Read<Given, Op extends { defaults: infer Names } ? Names : never>
  : undefined;

type OutputOf<Route, Part extends 'query' | 'body'> = Route extends {
  [Key in Part]: infer Schema extends z.ZodType;
}
  ? z.output<Schema>
  : undefined;

/** Takes everything that callers are told they may send. */
type Takes<Route, Op, Part extends 'query' | 'body'> = Route extends {
  [Key in Part]: infer Schema extends z.ZodType;
}
  ? Op extends { [Key in Part]?: z.input<Schema> }
    ? true
    : false
  : true;

type ResponseOf<Route> = Route extends {
  response: infer Schema extends z.ZodType;
}
  ? z.output<Schema>
  : Route extends { status: 204 }
  ? void
  : Response;

/** The parts of a route that are not as its operation says. */
type Differences<Route, Op extends { path: string; response: unknown }> =
  | {
      [Part in 'query' | 'body']:
        | (SameShape<OutputOf<Route, Part>, ReadPart<Op, Part>> extends true
            ? never
            : Part)
        | (Takes<Route, Op, Part> extends false ? Part : never);
    }['query' | 'body']
  | (SameShape<
      Route extends { path: infer P } ? P : never,
      Op['path']
    > extends true
      ? never
      : 'path')
  | (SameShape<'rawBody' & keyof Route, 'rawBody' & keyof Op> extends true
      ? never
      : 'rawBody')
  | (SameShape<
      Route extends { lines: infer Lines extends z.ZodType }
        ? z.output<Lines>
        : undefined,
      Op extends { lines: infer Line } ? Line : undefined
    > extends true
      ? never
      : 'lines')
  | (SameShape<ResponseOf<Route>, Op['response']> extends true
      ? never
      : 'response');

/** Operations without a route, routes without an operation, and what differs. */
type Differing<Routes> = {
  [Id in OperationId | keyof Routes as Id extends OperationId & keyof Routes
    ? [Differences<Routes[Id], MlLensOperations[Id]>] extends [never]
      ? never
      : Id
    : Id]: Id extends OperationId & keyof Routes
    ? Differences<Routes[Id], MlLensOperations[Id]>
    : 'missing';
};

/**
 * Gives routes the types of their operations. Where a route takes or gives
 * anything else than its operation says, the second argument does not compile,
 * and the error names the operation.
 */
export function conforming<Routes>(
  routes: Routes,
  _nothing: Differing<Routes>,
): { [Id in OperationId]: RouteOf<MlLensOperations[Id]> } {
  return routes as any;
}
