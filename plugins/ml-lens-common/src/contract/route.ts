import { z } from 'zod';
import { instantParam } from './times';

/** What a lens import may be sent as. */
export type RawBody = 'lens-document' | 'json-lines';

/**
 * One operation of the HTTP API. The router, the client, the OpenAPI document
 * and the tests are all made from these.
 */
export interface RouteDefinition {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Path below `/api/ml-lens`, with `{name}` parameters. */
  path: string;
  /** One line for the OpenAPI document. */
  summary: string;
  tag: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The body is a file rather than JSON; handlers get it as a text. */
  rawBody?: RawBody;
  /** Success status and shape; `null` for a streamed file. */
  status: 200 | 201 | 204;
  response: z.ZodType | null;
  /** Media types of a streamed answer. */
  produces?: string[];
}

/** Keeps the literal types of a route's parts. */
export function defineRoute<const T extends RouteDefinition>(route: T): T {
  return route;
}

/** A query parameter that may be given once, several times or not at all. */
export const manyParam = z
  .union([z.string(), z.array(z.string())])
  .transform(value => (Array.isArray(value) ? value : [value]))
  .optional();

/** Page size of lists: 1..100, 20 unless told. */
export const limitParam = z.coerce.number().int().min(1).max(100).default(20);

/** An instant, or nothing for now. */
export const atParam = instantParam.optional();

/**
 * The revision a writer saw. Columns of revisions are 32 bits wide; a larger
 * number would be an error of the database instead of a stale revision.
 */
export const seenRevision = z.number().int().min(0).max(2_147_483_647);

export const cursorParam = z.string().max(2048).optional();

export const pageInfoSchema = z.object({
  nextCursor: z.string().optional(),
  prevCursor: z.string().optional(),
});

/** A cursor page of `item`s. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    totalItems: z.number().int().min(0),
    pageInfo: pageInfoSchema,
  });
}
