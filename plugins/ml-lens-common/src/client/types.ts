import type { z } from 'zod';
import type { MlLensRoutes, OperationId, RouteDefinition } from '../contract';

/** Names of the `{parameters}` of a path. */
type ParamsIn<Path extends string> =
  Path extends `${string}{${infer Name}}${infer Rest}`
    ? Name | ParamsIn<Rest>
    : never;

/** Coerced parameters take a text or a number; everything else is as given. */
type QueryValue<T> = unknown extends T ? string | number | undefined : T;

type QueryOf<T> = T extends { query: infer Q extends z.ZodType }
  ? { [K in keyof z.input<Q>]: QueryValue<z.input<Q>[K]> }
  : never;

/** Leaves the key out of a call that cannot have it. */
type Part<Key extends string, Value> = [Value] extends [never]
  ? { [K in Key]?: undefined }
  : {} extends Value
  ? { [K in Key]?: Value }
  : { [K in Key]: Value };

type PathOf<T> = T extends { path: infer P extends string }
  ? [ParamsIn<P>] extends [never]
    ? never
    : { [K in ParamsIn<P>]: string }
  : never;

type BodyOf<T> = T extends { body: infer B extends z.ZodType }
  ? z.input<B>
  : never;

/** A file sent as it is. */
type FileOf<T> = T extends { rawBody: string }
  ? { rawBody?: string; contentType?: string }
  : { rawBody?: undefined; contentType?: undefined };

/**
 * What an operation takes, by the contract.
 * @public
 */
export type RequestOf<T extends RouteDefinition> = Part<'path', PathOf<T>> &
  Part<'query', QueryOf<T>> &
  Part<'body', BodyOf<T>> &
  FileOf<T> & { signal?: AbortSignal };

/**
 * What an operation gives, by the contract: the parsed JSON, nothing for 204,
 * and the response itself for a file.
 * @public
 */
export type ResponseOf<T extends RouteDefinition> =
  T['response'] extends infer R extends z.ZodType
    ? z.output<R>
    : T['status'] extends 204
    ? void
    : Response;

/** @public */
export type MlLensRequest<Id extends OperationId> = RequestOf<MlLensRoutes[Id]>;
/** @public */
export type MlLensResponse<Id extends OperationId> = ResponseOf<
  MlLensRoutes[Id]
>;
