import { z } from 'zod';
import { named } from './named';
import { instantSchema, riskCountsSchema } from '../model';
import {
  atParam,
  conflictOf,
  cursorParam,
  defineRoute,
  limitParam,
  pageInfoSchema,
  seenRevision,
} from './route';
import {
  GROUP_BY,
  orgFilterShape,
  orgRowSchema,
  orgSortParam,
  rollupSchema,
} from './scorecards';
import { dayParam } from './times';

const HEATMAP_ROWS = ['workload', 'owner', 'system', 'domain', 'tag'] as const;

export const heatmapCellSchema = z.object({
  column: z.string(),
  score: z.number().int().nullable(),
  coverage: z.number(),
  high: z.number().int(),
});

export const heatmapSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(
    z.object({
      key: z.string().nullable(),
      title: z.string().nullable(),
      entityRef: z.string().nullable(),
      workloads: z.number().int(),
      score: z.number().int().nullable(),
      coverage: z.number(),
      cells: z.array(heatmapCellSchema),
    }),
  ),
  totalItems: z.number().int(),
  pageInfo: pageInfoSchema,
});
named(heatmapSchema, 'Heatmap', 'Rows × columns of scores');
/** @public */
export type Heatmap = z.infer<typeof heatmapSchema>;

/** A practice that is not in place where it applies. */
export const gapSchema = z.object({
  lensId: z.string(),
  questionId: z.string(),
  choiceId: z.string(),
  pillar: z.string(),
  phase: z.string().nullable(),
  /** Workloads where it applies, was judged, and is not in place. */
  unmet: z.number().int(),
  /** Workloads where it applies and was judged. */
  judged: z.number().int(),
  /** Of the unmet: by risk of the question. */
  high: z.number().int(),
  medium: z.number().int(),
  /** 2 per HIGH, 1 per MEDIUM: what gaps are ordered by. */
  weight: z.number().int(),
  /** Owners with most unmet, at most five. */
  owners: z.array(
    z.object({ owner: z.string().nullable(), unmet: z.number().int() }),
  ),
  /** Unmet at the compared instant, where one was asked for. */
  unmetBefore: z.number().int().nullable(),
  /** Mean score of the organisation if everybody had it; null as for scores. */
  scoreIfDone: z.number().nullable(),
});
named(gapSchema, 'Gap', 'A practice that is not in place where it applies');
/** @public */
export type Gap = z.infer<typeof gapSchema>;

export const trendPointSchema = z.object({
  date: z.iso.date(),
  workloads: z.number().int(),
  score: z.number().nullable(),
  coverage: z.number().nullable(),
  counts: riskCountsSchema,
  levels: z.record(z.string(), z.number().int()),
});
named(trendPointSchema, 'TrendPoint', 'Figures of the organisation on a day');
/** @public */
export type TrendPoint = z.infer<typeof trendPointSchema>;

/** An organisation-wide aim: filters, level and phases, by a date. */
const targetFields = {
  name: z.string().trim().min(3).max(100),
  description: z.string().max(2084).default(''),
  lens: z.string().min(1).max(128),
  /** Which workloads it is for; every filter empty: all of them. */
  filter: z
    .object({
      owner: z.array(z.string()).optional(),
      system: z.array(z.string()).optional(),
      domain: z.array(z.string()).optional(),
      lifecycle: z.array(z.string()).optional(),
      tag: z.array(z.string()).optional(),
    })
    .default({}),
  /** Least score a workload, or each of the phases named, must reach. */
  minScore: z.number().int().min(0).max(100),
  /** Least coverage, 0..1. */
  minCoverage: z.number().min(0).max(1).default(0.5),
  /** Phases it is about; empty: the whole lens. */
  phases: z.array(z.string()).max(50).default([]),
  startDate: z.iso.date(),
  dueDate: z.iso.date(),
};

/** The same where somebody gives them. */
const targetParams = {
  ...targetFields,
  startDate: dayParam,
  dueDate: dayParam,
};

export const targetSchema = z.object({
  id: z.string(),
  ...targetFields,
  revision: z.number().int(),
  createdAt: instantSchema,
  createdBy: z.string(),
  /** Workloads the caller may see that it is for, and those that reach it. */
  workloads: z.number().int(),
  reached: z.number().int(),
});
named(targetSchema, 'Target', 'An organisation-wide aim');
/** @public */
export type Target = z.infer<typeof targetSchema>;
/**
 * What people say a target is.
 * @public
 */
export type TargetFields = Pick<Target, keyof typeof targetFields>;

export const updateTargetBodySchema = z.object({
  ...targetParams,
  revision: seenRevision,
});

/** Body of the 409 of a stale write. */
export const targetConflictSchema = conflictOf(
  targetSchema,
  updateTargetBodySchema,
);
named(
  targetConflictSchema,
  'TargetConflict',
  'A stale target was refused: what stands and what was attempted',
);

export const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  page: z.string(),
  /** The query string of the page. */
  query: z.string(),
  createdAt: instantSchema,
});
named(savedViewSchema, 'SavedView', 'A view of an org page under a name');
/** @public */
export type SavedView = z.infer<typeof savedViewSchema>;

export const orgRoutes = {
  getHeatmap: defineRoute({
    method: 'get',
    path: '/scorecards/heatmap',
    summary: 'Workloads or groups × phases, pillars or pillar × phase',
    tag: 'scorecards',
    access: 'caller',
    query: z.object({
      ...orgFilterShape,
      rows: z.enum(HEATMAP_ROWS).default('workload').describe('What a row is'),
      columns: z
        .enum(['phase', 'pillar', 'cell'])
        .default('phase')
        .describe('What a column is'),
      /** A sort field, or `column:<id>`, with - in front for descending. */
      sort: z
        .string()
        .max(300)
        .default('title')
        .describe(
          'Field to sort by; `-` in front for descending. Rows without a value come last',
        ),
      cursor: cursorParam,
      limit: limitParam,
      at: atParam,
    }),
    status: 200,
    response: heatmapSchema,
  }),
  getGaps: defineRoute({
    method: 'get',
    path: '/scorecards/gaps',
    summary: 'Practices most often unmet, weighted by risk',
    tag: 'scorecards',
    access: 'caller',
    query: z.object({
      ...orgFilterShape,
      /** Compare with this instant. */
      since: atParam.describe('Compare with this instant'),
      limit: limitParam,
    }),
    status: 200,
    response: z.object({ items: z.array(gapSchema) }),
  }),
  getTrend: defineRoute({
    method: 'get',
    path: '/scorecards/trend',
    summary:
      'Score, coverage, risks and levels over time, as a whole or by group',
    tag: 'scorecards',
    access: 'caller',
    query: z.object({
      ...orgFilterShape,
      from: dayParam
        .optional()
        .describe(
          'Where to begin: a version of a lens, a point of a review, or a day',
        ),
      to: dayParam
        .optional()
        .describe(
          'Where to end: a version of a lens, a point of a review, or a day',
        ),
      interval: z
        .enum(['day', 'week', 'month'])
        .default('week')
        .describe('How far apart the points are'),
      groupBy: z.enum(GROUP_BY).optional().describe('Field to roll up by'),
    }),
    status: 200,
    response: z.object({
      series: z.array(
        z.object({
          key: z.string().nullable(),
          points: z.array(trendPointSchema),
        }),
      ),
    }),
  }),
  exportScorecards: defineRoute({
    method: 'get',
    path: '/scorecards/export',
    summary: 'Every scorecard the filters leave, streamed',
    tag: 'scorecards',
    access: 'caller',
    audit: { eventId: 'scorecard-fetch', actionType: 'export' },
    file: z.array(orgRowSchema),
    query: z.object({
      ...orgFilterShape,
      format: z.enum(['csv', 'json']).default('csv').describe('File format'),
      sort: orgSortParam.describe(
        'Field to sort by; `-` in front for descending. Rows without a value come last',
      ),
      at: atParam,
    }),
    status: 200,
    response: null,
    produces: ['text/csv', 'application/json'],
  }),
  compareScorecards: defineRoute({
    method: 'get',
    path: '/scorecards/compare',
    summary: 'Two to six workloads or groups side by side',
    tag: 'scorecards',
    access: 'caller',
    query: z.object({
      lens: z.string().max(128).describe('Any of these lenses, by id'),
      by: z
        .enum(['workload', 'owner', 'system', 'domain'])
        .describe('What is compared'),
      key: z
        .union([z.string(), z.array(z.string())])
        .transform(v => [v].flat())
        .describe('The workloads or groups to compare'),
      at: atParam,
    }),
    status: 200,
    response: z.object({
      items: z.array(
        rollupSchema.extend({
          key: z.string(),
          title: z.string().nullable(),
          pillars: z.record(z.string(), z.number().int().nullable()),
          phaseScores: z.record(z.string(), z.number().int().nullable()),
        }),
      ),
    }),
  }),
  listTargets: defineRoute({
    method: 'get',
    path: '/targets',
    summary: 'Organisation-wide targets with progress',
    tag: 'targets',
    access: 'caller',
    query: z.object({
      workload: z
        .string()
        .max(64)
        .optional()
        .describe('Any of these workloads, by id'),
    }),
    status: 200,
    response: z.object({ items: z.array(targetSchema) }),
  }),
  createTarget: defineRoute({
    method: 'post',
    path: '/targets',
    summary: 'Set a target for part of the organisation',
    tag: 'targets',
    access: 'target.manage',
    audit: { eventId: 'target-mutate', actionType: 'create' },
    failures: {
      409: 'There are 100 targets already',
    },
    body: z.object(targetParams),
    status: 201,
    response: targetSchema,
  }),
  updateTarget: defineRoute({
    method: 'put',
    path: '/targets/{targetId}',
    summary: 'Change a target; a stale revision gets 409 with both versions',
    tag: 'targets',
    access: 'target.manage',
    audit: { eventId: 'target-mutate', actionType: 'update' },
    failures: {
      409: ['Somebody else changed it first', targetConflictSchema],
    },
    body: updateTargetBodySchema,
    status: 200,
    response: targetSchema,
  }),
  deleteTarget: defineRoute({
    method: 'delete',
    path: '/targets/{targetId}',
    summary: 'Remove a target',
    tag: 'targets',
    access: 'target.manage',
    audit: { eventId: 'target-mutate', actionType: 'delete' },
    status: 204,
    response: null,
  }),
  getTargetProgress: defineRoute({
    method: 'get',
    path: '/targets/{targetId}/progress',
    summary: 'Burn-up of a target by week, and who is behind',
    tag: 'targets',
    access: 'caller',
    query: z.object({ cursor: cursorParam, limit: limitParam }),
    status: 200,
    response: z.object({
      points: z.array(
        z.object({
          date: z.iso.date(),
          workloads: z.number().int(),
          reached: z.number().int(),
        }),
      ),
      behind: z.array(
        z.object({
          workloadId: z.string(),
          entityRef: z.string().nullable(),
          title: z.string(),
          owner: z.string().nullable(),
          score: z.number().int().nullable(),
          coverage: z.number(),
        }),
      ),
      totalItems: z.number().int(),
      pageInfo: pageInfoSchema,
    }),
  }),
  listSavedViews: defineRoute({
    method: 'get',
    path: '/saved-views',
    summary: "The caller's saved views",
    tag: 'saved-views',
    access: 'person',
    status: 200,
    response: z.object({ items: z.array(savedViewSchema) }),
  }),
  createSavedView: defineRoute({
    method: 'post',
    path: '/saved-views',
    summary: 'Save a view of an org page under a name',
    tag: 'saved-views',
    access: 'person',
    audit: {
      eventId: 'saved-view-mutate',
      actionType: 'create',
      severityLevel: 'low',
    },
    failures: {
      409: 'The name is taken, or there are 100 views already',
    },
    body: z.object({
      name: z.string().trim().min(1).max(100),
      page: z.string().regex(/^[a-z-]{1,40}$/),
      query: z.string().max(4096),
    }),
    status: 201,
    response: savedViewSchema,
  }),
  deleteSavedView: defineRoute({
    method: 'delete',
    path: '/saved-views/{viewId}',
    summary: 'Forget a saved view',
    tag: 'saved-views',
    access: 'person',
    audit: {
      eventId: 'saved-view-mutate',
      actionType: 'delete',
      severityLevel: 'low',
    },
    status: 204,
    response: null,
  }),
};
