import { z } from 'zod';
import { instantParam } from './times';

/** Backstage's error body. */
export const errorBodySchema = z.object({
  error: z.looseObject({ name: z.string(), message: z.string() }),
  request: z.object({ method: z.string(), url: z.string() }).optional(),
  response: z.object({ statusCode: z.number().int() }).optional(),
});

/**
 * Body of the 409 of a stale write, beside Backstage's `error`: nothing was
 * stored, and nothing is lost.
 */
export function conflictOf<
  Current extends z.ZodType,
  Attempted extends z.ZodType,
>(current: Current, attempted: Attempted) {
  return z.object({
    error: z.looseObject({ name: z.string(), message: z.string() }),
    /** As it stands, by somebody else. */
    current,
    /** What was refused. */
    attempted,
  });
}

/**
 * What a caller must be allowed to do; everybody must be signed in.
 *
 * - `caller`: nothing else; the answer holds what the caller may see
 * - `person`: a user, not a service
 * - `entity`: to see the entity of the path and its workload
 * - `workload.…`: that, with the workload of the path. One that is hidden looks
 *   like one that is missing (404), anything else refused is a 403.
 * - `lens.…`, `target.…`: to do that with all of them
 */
export type RouteAccess =
  | 'caller'
  | 'person'
  | 'entity'
  | 'workload.read'
  | 'workload.update'
  | 'workload.approve'
  | 'lens.read'
  | 'lens.manage'
  | 'target.manage';

/** Why an operation fails, and its body where that is not the usual one. */
export type RouteFailure = string | readonly [string, z.ZodType];

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
  /** Who may; of several all must hold. */
  access: RouteAccess | readonly RouteAccess[];
  /** What the audit log calls it; such operations leave an event each time. */
  audit?: {
    /** The kind of thing changed, e.g. `answer-mutate`, `lens-mutate`. */
    eventId: string;
    /** What is done to it, e.g. `update`, `publish`. */
    actionType: string;
    /** Left out: medium. */
    severityLevel?: 'low' | 'medium' | 'high' | 'critical';
  };
  /** Failures that say more than `error`, by status. */
  failures?: Record<number, RouteFailure>;
  query?: z.ZodObject;
  /** Query parameters that mean something else here than elsewhere. */
  queryTexts?: Record<string, string>;
  body?: z.ZodType;
  /** The body is a file rather than JSON; handlers get it as a text. */
  rawBody?: RawBody;
  /** Success status and shape; `null` for a streamed file. */
  status: 200 | 201 | 204;
  response: z.ZodType | null;
  /** Media types of a streamed answer. */
  produces?: string[];
  /** What a JSON file holds. */
  file?: z.ZodType;
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
