// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { dayParam, momentParam } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import { riskCountsSchema } from '../model';
import { named } from './named';
import {
  atParam,
  cursorParam,
  defineRoute,
  limitParam,
  pageInfoSchema,
} from './route';
import {
  orgFilterShape,
  orgRowSchema,
  orgSortParam,
  rollupSchema,
} from './scorecards';
import { GROUP_BY } from './words';

const HEATMAP_ROWS = ['workload', 'owner', 'system', 'domain', 'tag'] as const;

export const heatmapCellSchema = z.object({
  column: z.string(),
  score: z.number().int().nullable(),
  coverage: z.number(),
  high: z.number().int(),
  /** Open questions that are due in a later phase of their reviews. */
  notDue: z.number().int(),
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
      readiness: z.number().int().nullable(),
      coverage: z.number(),
      cells: z.array(heatmapCellSchema),
    }),
  ),
  totalItems: z.number().int(),
  pageInfo: pageInfoSchema,
});
named(heatmapSchema, 'Heatmap', 'Rows × columns of scores');

/** A practice that is not in place where it applies. */
export const gapSchema = z.object({
  lensId: z.string(),
  questionId: z.string(),
  choiceId: z.string(),
  pillar: z.string(),
  phase: z.string().nullable(),
  /** What the lens says is at risk without it; null where it says nothing. */
  riskLevel: z.enum(['HIGH', 'MEDIUM', 'LOW']).nullable(),
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

export const trendPointSchema = z.object({
  date: z.iso.date(),
  workloads: z.number().int(),
  /** Those with a score: means are over these. */
  begun: z.number().int(),
  score: z.number().nullable(),
  readiness: z.number().nullable(),
  coverage: z.number().nullable(),
  counts: riskCountsSchema,
  levels: z.record(z.string(), z.number().int()),
});
named(trendPointSchema, 'TrendPoint', 'Figures of the organisation on a day');

/** A figure at the two instants that are compared. */
const changeOf = <T extends z.ZodType>(figure: T) =>
  z.object({ from: figure, to: figure });

/** A review whose figures differ between two instants. */
export const moverSchema = z.object({
  workloadId: z.string(),
  title: z.string(),
  entityRef: z.string().nullable(),
  owner: z.string().nullable(),
  orphaned: z.boolean(),
  lens: z.object({ id: z.string(), version: z.string() }),
  score: changeOf(z.number().int()),
  /** Questions with a high risk. */
  high: changeOf(z.number().int()),
  level: changeOf(z.string()),
  /**
   * Questions of the later lens version that moved the score or the high risks
   * this way, those that moved it most first.
   */
  causes: z.array(z.string()),
  /** What moving to other versions of the lens did to the score. */
  ofUpgrades: z.number().int(),
  /** Whether nothing but moving to another version of the lens changed it. */
  upgradeOnly: z.boolean(),
});
named(moverSchema, 'Mover', 'A review that got better or worse');

export const moversSchema = z.object({
  /** The instants that are compared. */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  items: z.array(moverSchema),
  /** In this direction. */
  totalItems: z.number().int(),
  worse: z.number().int(),
  better: z.number().int(),
  pageInfo: pageInfoSchema,
});

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
      from: dayParam.optional().describe('The first day'),
      to: dayParam.optional().describe('The last day'),
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
  getMovers: defineRoute({
    method: 'get',
    path: '/scorecards/movers',
    summary: 'Reviews that got worse or better between two instants',
    tag: 'scorecards',
    access: 'caller',
    query: z.object({
      ...orgFilterShape,
      from: momentParam
        .optional()
        .describe(
          'An instant, or a day for its end (UTC); 30 days before `to` unless told',
        ),
      to: momentParam
        .optional()
        .describe('An instant, or a day for its end (UTC); now unless told'),
      direction: z
        .enum(['worse', 'better'])
        .default('worse')
        .describe(
          'By score; where that is the same by high risks, then by level. What has no score at either instant has not moved',
        ),
      cursor: cursorParam,
      limit: limitParam,
    }),
    status: 200,
    response: moversSchema,
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
};
