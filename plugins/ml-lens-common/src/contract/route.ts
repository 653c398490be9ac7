// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { instantParam } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import { named } from './named';

/** Backstage's error body. */
export const errorBodySchema = z.object({
  error: z.looseObject({ name: z.string(), message: z.string() }),
  request: z.object({ method: z.string(), url: z.string() }).optional(),
  response: z.object({ statusCode: z.number().int() }).optional(),
});
named(errorBodySchema, 'ErrorBody', 'An error as Backstage gives it');

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
 * - `workload.gate`: to see the workload, and to change its reviews or decide at
 *   gates
 * - `workload.links`: to see the workload, and to change its reviews or manage
 *   links
 * - `lens.…`, `target.…`: to do that with all of them
 * @public
 */
export type RouteAccess =
  | 'caller'
  | 'person'
  | 'entity'
  | 'workload.read'
  | 'workload.update'
  | 'workload.propose'
  | 'workload.approve'
  | 'workload.gate'
  | 'workload.links'
  | 'lens.read'
  | 'lens.manage'
  | 'target.manage';

const MISSING =
  'There is no such thing, or the caller may not see the workload';

/** How an operation refuses callers, by access and status. */
export const REFUSALS: Record<RouteAccess, Record<number, string>> = {
  caller: {},
  person: { 403: 'Services have no views of their own' },
  entity: {
    404: 'There is no such entity, it has no workload, or the caller may not see it',
  },
  'workload.read': { 404: MISSING },
  'workload.update': {
    403: 'The caller may see the workload, but not change its reviews',
    404: MISSING,
  },
  'workload.propose': {
    403: 'The caller may see the workload, but not propose answers',
    404: MISSING,
  },
  'workload.approve': {
    403: 'The caller may see the workload, but not decide on its waivers',
    404: MISSING,
  },
  'workload.gate': {
    403: 'The caller may see the workload, but neither change its reviews nor decide at its gates',
    404: MISSING,
  },
  'workload.links': {
    403: 'The caller may see the workload, but not decide who belongs to it',
    404: MISSING,
  },
  'lens.read': { 403: 'The caller may not read lenses' },
  'lens.manage': { 403: 'The caller may not manage lenses' },
  'target.manage': { 403: 'The caller may not manage targets' },
};

/** What the operations of a tag are about. */
export const TAGS: Record<RouteDefinition['tag'], string> = {
  lenses: 'Versioned documents of pillars, questions, practices and risk rules',
  workloads: 'ML systems, as the catalog knows them',
  reviews: 'Answers, scorecards, phases and milestones of one workload',
  scorecards: 'All workloads at once: lists, roll-ups and filters',
  history: 'Review history as files',
  milestones: 'Named marks on a review, and what changed between two points',
  improvements: 'What to do next, by whom and until when',
  evidence: 'What pipelines and providers report about practices',
  waivers: 'Risks accepted for a while',
  proposals: 'Answers that machines propose and people decide on',
  gates: 'Where somebody says that the work may go on',
  confirmations: 'Answers in doubt, and who says that they are still true',
  upgrades: 'Moving reviews to another version of their lens',
  targets: 'What the organisation aims at, and how far it is',
  inbox: 'What waits for the caller',
  badges: 'Level and score as an image, for those without a sign-in',
  'saved-views': "The caller's own views of the organisation",
};
/** What a `{name}` in a path is: one name means one thing everywhere. */
export const PATH_PARAMETERS = {
  kind: 'Kind of a catalog entity',
  namespace: 'Namespace of a catalog entity',
  name: 'Name of a catalog entity',
  workloadId: 'Id of a workload, from the annotation ml-lens.io/workload',
  lensId: 'Id of a lens',
  version: 'Version of a lens',
  questionId: 'Id of a question of the lens',
  phaseId: 'Id of a phase of the lens',
  choiceId: 'Id of a choice (practice) of the question',
  waiverId: 'Id of a waiver',
  proposalId: 'Id of a proposal',
  gateId: 'Id of a gate of the lens or the configuration',
  number: 'Number of a request at a gate, from 1',
  entityRef: 'Ref of a catalog entity, encoded: component:default%2Ffraud',
  targetId: 'Id of an organisation-wide target',
  viewId: 'Id of a saved view',
};

/**
 * One operation of the HTTP API. The router, the client, the OpenAPI document
 * and the tests are all made from these.
 * @public
 */
export interface RouteDefinition {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Path below `/api/ml-lens`, with `{name}` parameters. */
  path: string;
  /** One line for the OpenAPI document. */
  summary: string;
  /** What it is about. */
  tag:
    | 'lenses'
    | 'workloads'
    | 'reviews'
    | 'scorecards'
    | 'history'
    | 'milestones'
    | 'improvements'
    | 'evidence'
    | 'waivers'
    | 'proposals'
    | 'gates'
    | 'confirmations'
    | 'upgrades'
    | 'targets'
    | 'inbox'
    | 'badges'
    | 'saved-views';
  /** Who may; of several all must hold. */
  access: RouteAccess | readonly RouteAccess[];
  /**
   * The operation finds out itself whether there is the workload of its path, and
   * says so as its access would; so it need not be looked up twice.
   */
  looksUp?: 'workload';
  /** What the audit log calls it; such operations leave an event each time. */
  audit?: {
    /** The kind of thing changed, e.g. `answer-mutate`, `lens-mutate`. */
    eventId: string;
    /** What is done to it, e.g. `update`, `publish`. */
    actionType: string;
    /** Left out: medium. */
    severityLevel?: 'low' | 'medium' | 'high' | 'critical';
  };
  /** Only reads, whatever its method: leaves no audit event unless it says. */
  reads?: true;
  /**
   * Why it fails, by status, beyond what its access says; with the body where
   * that says more than `error`.
   */
  failures?: Record<number, string | readonly [string, z.ZodType]>;
  query?: z.ZodObject;
  body?: z.ZodType;
  /**
   * The handler checks the body itself, to name what is wrong of its shape
   * together with what is wrong of its meaning; it gets what was sent.
   */
  checksBody?: true;
  /** The body is a file rather than JSON; handlers get it as a text. */
  rawBody?: 'lens-document' | 'json-lines';
  /** Success status and shape; `null` for a streamed file. */
  status: 200 | 201 | 204;
  response: z.ZodType | null;
  /** Media types of a streamed answer. */
  produces?: string[];
  /** What a JSON file holds. */
  file?: z.ZodType;
  /** What each line of a JSON Lines answer holds. */
  lines?: z.ZodType;
}

/** Keeps the literal types of a route's parts. */
export function defineRoute<const T extends RouteDefinition>(route: T): T {
  return route;
}

/**
 * The same operation with its query in the body of a POST, for lists of filters
 * that are longer than an address may be. One schema serves both.
 * @public
 */
export function asPost<
  const T extends RouteDefinition & { query: z.ZodObject },
>({ query, ...route }: T) {
  return {
    ...route,
    method: 'post',
    summary: `${route.summary}; what is asked is in the body`,
    reads: true,
    body: query,
  } as unknown as Omit<T, 'method' | 'summary' | 'query'> & {
    method: 'post';
    summary: string;
    reads: true;
    body: T['query'];
  };
}

/** A query parameter that may be given once, several times or not at all. */
export const manyParam = z
  .union([z.string(), z.array(z.string())])
  .transform(value => (Array.isArray(value) ? value : [value]))
  .optional();

/** Page size of lists: 1..100, 20 unless told. */
export const limitParam = z.coerce
  .number()
  .int()
  .min(1)
  .max(100)
  .default(20)
  .describe('Most items of a page');

/** An instant, or nothing for now. */
export const atParam = instantParam
  .optional()
  .describe('Look at this past instant instead of now');

/**
 * The revision a writer saw. Columns of revisions are 32 bits wide; a larger
 * number would be an error of the database instead of a stale revision.
 */
export const seenRevision = z.number().int().min(0).max(2_147_483_647);

export const cursorParam = z
  .string()
  .max(2048)
  .optional()
  .describe('Cursor of a page, from `pageInfo` of the page before');

export const pageInfoSchema = z.object({
  nextCursor: z.string().optional(),
  prevCursor: z.string().optional(),
});
named(pageInfoSchema, 'PageInfo', 'Cursors of the pages before and after');

/** A cursor page of `item`s. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    totalItems: z.number().int().min(0),
    pageInfo: pageInfoSchema,
  });
}
