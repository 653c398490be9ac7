// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import {
  instantSchema,
  phaseStatusSchema,
  practiceCountSchema,
  riskCountsSchema,
} from '../model';
import { named } from './named';
import {
  atParam,
  cursorParam,
  defineRoute,
  limitParam,
  manyParam,
  pageOf,
} from './route';
import { GROUP_BY, ORG_SORT_FIELDS } from './words';

/** Filters every org route takes; several values of one filter mean "any of". */
export const orgFilterShape = {
  lens: manyParam.describe('Any of these lenses, by id'),
  /** Entity ref of the owner. */
  owner: manyParam.describe('Any of these owners, by entity ref'),
  system: manyParam.describe('Any of these systems'),
  domain: manyParam.describe('Any of these domains'),
  lifecycle: manyParam.describe('Any of these lifecycles'),
  level: manyParam.describe('Any of these levels'),
  /** An empty text, here and in the filters above: without a value. */
  tag: manyParam.describe('Any of these tags'),
  workload: manyParam.describe('Any of these workloads, by id'),
  /** Phase id and status, as `phase_id:STATUS`. */
  phase: manyParam.describe(
    'Any of these phases and statuses, as `phase_id:STATUS`',
  ),
  /** The phase the review is in; an empty text: before the first. */
  currentPhase: manyParam.describe('In any of these phases, by id'),
  /** With a question at this risk: `HIGH`, `MEDIUM` or `UNANSWERED`. */
  risk: manyParam.describe(
    'With a question at any of these risks: HIGH, MEDIUM or UNANSWERED',
  ),
  /**
   * A practice that applies, was judged and is not in place, as
   * `lens_id/question_id/choice_id`: what a gap counts.
   */
  gap: manyParam.describe(
    'Any of these practices is not in place, as `lens_id/question_id/choice_id`',
  ),
  /** Scores from one to another, both included, as `60-69`; empty: no score. */
  score: manyParam.describe(
    'Scores in any of these ranges, as `60-69`; empty for no score',
  ),
  /**
   * Coverage in per cent, as `50-60`: from the first, short of the second; 100
   * itself is in what ends there.
   */
  coverage: manyParam.describe(
    'Coverage in any of these ranges in per cent, as `50-60`, the second left out',
  ),
  /** Free text in title and id. */
  q: z.string().max(200).optional().describe('Free text to look for'),
  orphaned: z
    .enum(['true', 'false'])
    .optional()
    .describe('Only workloads without (or with) a catalog entity'),
  /** Whether the day of a phase's target is over and the phase not complete. */
  late: z
    .enum(['true', 'false'])
    .optional()
    .describe('Only workloads with (or without) a phase that is late'),
  /** Whether the review is to be looked at again. */
  due: z
    .enum(['true', 'false'])
    .optional()
    .describe('Only reviews that are (or are not) to be looked at again'),
  /**
   * With a model like this: `NO_CARD`, `NOT_APPROVED`, `SILENT` (its monitoring
   * has no data), `FIRING` or `MISSING`.
   */
  models: manyParam.describe(
    'With a model like any of these: NO_CARD, NOT_APPROVED, SILENT, FIRING or MISSING',
  ),
  /** Whether answers are to be confirmed. */
  confirm: z
    .enum(['true', 'false'])
    .optional()
    .describe('Only reviews with (or without) answers to confirm'),
};

/** `score` ascending, `-score` descending; rows without a value come last. */
export const orgSortParam = z
  .string()
  .regex(
    new RegExp(`^-?(${ORG_SORT_FIELDS.join('|')})$`),
    `must be one of ${ORG_SORT_FIELDS.join(
      ', ',
    )}, with - in front for descending`,
  )
  .default('title');

export const orgRowSchema = z.object({
  workloadId: z.string(),
  entityRef: z.string().nullable(),
  title: z.string(),
  owner: z.string().nullable(),
  system: z.string().nullable(),
  domain: z.string().nullable(),
  lifecycle: z.string().nullable(),
  tags: z.array(z.string()),
  orphaned: z.boolean(),
  /** By its lifecycle: counts in no mean and is never due. */
  retired: z.boolean(),
  lens: z.object({ id: z.string(), version: z.string() }),
  score: z.number().int().nullable(),
  /** Score over what is due in the current phase. */
  readiness: z.number().int().nullable(),
  /** Id of the phase the review is in; null before the first one begins. */
  currentPhase: z.string().nullable(),
  coverage: z.number(),
  level: z.string(),
  counts: riskCountsSchema,
  practices: practiceCountSchema,
  pillars: z.record(z.string(), z.number().int().nullable()),
  phases: z.record(
    z.string(),
    z.object({
      status: phaseStatusSchema,
      score: z.number().int().nullable(),
      targetDate: z.string().nullable(),
      late: z.boolean(),
      /** When the iteration that has not ended began; null without one. */
      since: z.iso.datetime().nullable(),
    }),
  ),
  updatedAt: instantSchema.nullable(),
  /** Answers somebody has to say are still true. */
  toConfirm: z.number().int(),
  /** When the review is to be looked at again; null before its first answer. */
  dueAt: instantSchema.nullable(),
  /** Models of the workload, and how many of them are like that. */
  models: z
    .object({
      count: z.number().int(),
      noCard: z.number().int(),
      notApproved: z.number().int(),
      silent: z.number().int(),
      firing: z.number().int(),
      missing: z.number().int(),
    })
    .nullable(),
  /** Proposals that wait for somebody; left out for past instants. */
  openProposals: z.number().int().optional(),
});
named(
  orgRowSchema,
  'OrgRow',
  'The scorecard of one workload and lens, in brief',
);

export const orgPageSchema = pageOf(orgRowSchema);
named(orgPageSchema, 'OrgPage', 'A page of scorecards');

export const rollupSchema = z.object({
  /** Scorecards counted: one per workload and lens. */
  workloads: z.number().int(),
  /** Those with a score: means are over these. */
  begun: z.number().int(),
  /** Those with a level: begun, and enough answered and applicable for one. */
  assessed: z.number().int(),
  /** Rounded mean of the scores there are; null when there is none. */
  score: z.number().int().nullable(),
  /** Mean coverage of those begun, 0..1; null without any. */
  coverage: z.number().nullable(),
  counts: riskCountsSchema,
  levels: z.record(z.string(), z.number().int()),
  /** How many scorecards stand at each status, by phase id. */
  phases: z.record(z.string(), z.record(phaseStatusSchema, z.number().int())),
});
named(rollupSchema, 'Rollup', 'Figures of many scorecards');

/** How many scorecards are in each tenth. */
const tenthsSchema = z.array(z.number().int()).length(10);

export const summarySchema = z.object({
  groupBy: z.enum(GROUP_BY).nullable(),
  total: rollupSchema,
  /** Scorecards of retired workloads that are left out of everything here. */
  retired: z.number().int(),
  /**
   * How the figures of all scorecards are spread. Scores: 0-9, 10-19 and so on,
   * the last one 90-100, with those without a score apart. Coverage: from 0 to
   * below 10 %, and so on, the last one 90 to 100 %.
   */
  distribution: z.object({
    score: tenthsSchema,
    noScore: z.number().int(),
    coverage: tenthsSchema,
  }),
  /** Scorecards with a phase that is late. */
  late: z.number().int(),
  /** Of phases somebody works on, or that are late; by phase id. */
  pace: z.record(
    z.string(),
    z.object({
      /** Scorecards with an iteration of the phase that has not ended. */
      open: z.number().int(),
      /** Mean time those have lasted, in days; null without any. */
      meanDays: z.number().nullable(),
      /** Scorecards on which the phase is late. */
      late: z.number().int(),
    }),
  ),
  /** Largest first; `key` null for scorecards without a value. */
  groups: z.array(rollupSchema.extend({ key: z.string().nullable() })),
});
named(summarySchema, 'Summary', 'Totals, and roll-ups by a field');

export const scorecardRoutes = {
  queryScorecards: defineRoute({
    method: 'get',
    path: '/scorecards/by-query',
    summary: 'Scorecards across the organisation: filter, sort, page',
    tag: 'scorecards',
    access: 'caller',
    query: z.object({
      ...orgFilterShape,
      sort: orgSortParam.describe(
        'Field to sort by; `-` in front for descending. Rows without a value come last',
      ),
      cursor: cursorParam,
      limit: limitParam,
      at: atParam,
    }),
    status: 200,
    response: orgPageSchema,
  }),
  getSummary: defineRoute({
    method: 'get',
    path: '/scorecards/summary',
    summary:
      'Totals and roll-ups by owner, system, domain, lifecycle, tag or level',
    tag: 'scorecards',
    access: 'caller',
    query: z.object({
      ...orgFilterShape,
      groupBy: z.enum(GROUP_BY).optional().describe('Field to roll up by'),
      at: atParam,
    }),
    status: 200,
    response: summarySchema,
  }),
  getFacets: defineRoute({
    method: 'get',
    path: '/scorecards/facets',
    summary: 'The values each filter can take for the caller, with counts',
    tag: 'scorecards',
    access: 'caller',
    query: z.object({ lens: manyParam.describe('Any of these lenses, by id') }),
    status: 200,
    response: z.object({
      facets: z.record(
        z.string(),
        z.array(z.object({ value: z.string(), count: z.number().int() })),
      ),
    }),
  }),
};
