// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Heatmap,
  OrgRow,
  SavedView,
  Target,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type MlLensApiMock,
  mlLensApiMock,
} from '../../../testing/mlLensApiMock';
import { createOrgApi, lensDefinition, orgRows } from './orgApi';

type Request = {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: Record<string, unknown>;
};

const PHASES = lensDefinition.phases!.map(({ id }) => id);

function heatmapOf(rows: OrgRow[], query: Record<string, unknown>): Heatmap {
  const sort = String(query.sort ?? 'title');
  const descending = sort.startsWith('-');
  const field = descending ? sort.slice(1) : sort;
  const column = field.startsWith('column:') ? field.slice(7) : undefined;
  const figures = (a: OrgRow, b: OrgRow) => {
    if (column) {
      return [a.phases[column].score ?? -1, b.phases[column].score ?? -1];
    }
    if (field === 'score') return [a.score ?? -1, b.score ?? -1];
    return [0, a.title.localeCompare(b.title) * -1];
  };
  const ordered = [...rows].sort((a, b) => {
    const [x, y] = figures(a, b);
    return descending ? y - x : x - y;
  });
  const limit = Number(query.limit);
  const from = Number(query.cursor ?? 0);
  return {
    columns: PHASES,
    rows: ordered.slice(from, from + limit).map(row => ({
      key: row.workloadId,
      title: row.title,
      entityRef: row.entityRef,
      workloads: 1,
      score: row.score,
      readiness: row.readiness,
      coverage: row.coverage,
      cells: PHASES.map((id, index) => ({
        column: id,
        score: index === 3 ? null : row.phases[id].score,
        coverage: row.coverage,
        high: index === 1 ? row.counts.HIGH : 0,
        notDue: index === 3 ? 4 : 0,
      })),
    })),
    totalItems: rows.length,
    pageInfo: {
      nextCursor: from + limit < rows.length ? String(from + limit) : undefined,
    },
  };
}

export const aTarget: Target = {
  id: 'target-1',
  name: 'Ready for the audit',
  description: '',
  lens: 'aws-ml-lens',
  filter: { owner: ['group:default/payments-risk'] },
  minScore: 70,
  minCoverage: 0.8,
  phases: [],
  startDate: '2026-05-01',
  dueDate: '2099-03-31',
  revision: 3,
  createdAt: '2026-05-01T08:00:00.000Z',
  createdBy: 'user:default/lena',
  workloads: 12,
  reached: 5,
  readiness: 64,
};

/**
 * The routes of the organisation's overview, heatmap, gaps, targets and views
 * over rows in memory, beside those of the lists.
 */
export function createInsightsApi(rows: OrgRow[] = orgRows): MlLensApiMock {
  let targets = [aTarget];
  let views: SavedView[] = [];
  const answers: Record<string, (request: Request) => unknown> = {
    getHeatmap: ({ query }) => heatmapOf(rows, query ?? {}),
    getOrgTimeline: () => ({
      stuckAfter: 90,
      phases: PHASES.map((id, index) => ({
        id,
        here: 3 + index,
        open: 6,
        ages: [3, 2, 0, 1, 0],
        meanDays: 31,
        longestDays: 120,
        stuck: index === 1 ? 1 : 0,
        late: index === 2 ? 2 : 0,
      })),
      gates: [{ gate: 'data-ready', waiting: 2, longestDays: 9 }],
      flow: ['2026-09', '2026-10'].map(month => ({
        month,
        phases: {
          [PHASES[0]]: { entered: 4, passed: 2, returned: 1 },
          [PHASES[1]]: { entered: 1, passed: 0, returned: 0 },
        },
      })),
      items: rows.slice(0, 2).map((row, index) => ({
        ...row,
        currentPhase: PHASES[1],
        phases: {
          ...row.phases,
          [PHASES[1]]: {
            ...row.phases[PHASES[1]],
            since: '2026-07-01T09:00:00.000Z',
          },
        },
        days: 120 - index,
        waiting:
          index === 0
            ? [{ gate: 'data-ready', since: '2026-10-20T09:00:00.000Z' }]
            : [],
      })),
      totalItems: rows.length,
      pageInfo: { nextCursor: 'more' },
    }),
    getGaps: ({ query }) => {
      const drift = {
        lensId: 'aws-ml-lens',
        questionId: 'q1',
        choiceId: 'Monitor drift',
        pillar: 'reliability',
        phase: 'deployment',
        riskLevel: 'HIGH',
        unmet: 9,
        judged: 12,
        high: 6,
        medium: 3,
        weight: 15,
        owners: [{ owner: 'group:default/payments-risk', unmet: 4 }],
        unmetBefore: query?.since ? 7 : null,
        scoreIfDone: 63.5,
      };
      const others = Array.from({ length: 24 }, (_, index) => ({
        ...drift,
        choiceId: `Practice ${index + 2}`,
        unmet: 1,
        unmetBefore: null,
        owners: [],
        scoreIfDone: null,
      }));
      return { items: [drift, ...others] };
    },
    getProposalAgents: () => ({ items: [] }),
    getMovers: ({ query }) => ({
      from: '2026-08-01T23:59:59.999Z',
      to: '2026-10-31T12:00:00.000Z',
      items: (query?.direction === 'better' ? [] : rows.slice(0, 2)).map(
        (row, index) => ({
          workloadId: row.workloadId,
          title: row.title,
          entityRef: row.entityRef,
          owner: row.owner,
          orphaned: row.orphaned,
          lens: row.lens,
          score: { from: 61, to: 48 - index },
          high: { from: 2, to: 3 },
          level: { from: 'Defined', to: 'Developing' },
          causes: index === 0 ? ['q1'] : [],
          ofUpgrades: index === 0 ? 0 : -14,
          upgradeOnly: index > 0,
        }),
      ),
      totalItems: 2,
      worse: 2,
      better: 0,
      pageInfo: {},
    }),
    getTrend: ({ query }) => ({
      series: (query?.groupBy
        ? ['group:default/payments-risk', null]
        : [null]
      ).map((key, line) => ({
        key,
        points: ['2026-09-30', '2026-10-31'].map((date, index) => ({
          date,
          workloads: 57,
          score: 60 + 2 * index - 10 * line,
          coverage: 0.7,
          counts: {
            HIGH: 9 - index,
            MEDIUM: 9,
            NONE: 9,
            UNANSWERED: 9,
            NOT_APPLICABLE: 0,
          },
          levels: { Defined: 57 },
        })),
      })),
    }),
    compareScorecards: ({ query }) => ({
      items: (query?.key as string[]).map((key, index) => ({
        key,
        title: query?.by === 'workload' ? `Title of ${key}` : null,
        workloads: 4,
        assessed: 3,
        score: 70 - 15 * index,
        coverage: 0.8,
        counts: {
          HIGH: index,
          MEDIUM: 1,
          NONE: 5,
          UNANSWERED: 1,
          NOT_APPLICABLE: 0,
        },
        levels: { Defined: 4 },
        phases: {},
        pillars: {},
        phaseScores: { deployment: 40 + 30 * index },
      })),
    }),
    listTargets: () => ({ items: targets }),
    createTarget: ({ body }) => {
      const created = {
        ...aTarget,
        ...body,
        id: `target-${targets.length + 1}`,
      };
      targets = [...targets, created];
      return created;
    },
    deleteTarget: ({ path }) => {
      targets = targets.filter(({ id }) => id !== path?.targetId);
    },
    listSavedViews: () => ({ items: views }),
    createSavedView: ({ body }) => {
      const view = {
        id: `view-${views.length + 1}`,
        createdAt: '2026-11-24T08:00:00.000Z',
        ...body,
      } as SavedView;
      views = [...views, view];
      return view;
    },
    deleteSavedView: ({ path }) => {
      views = views.filter(({ id }) => id !== path?.viewId);
    },
    exportScorecards: () => new Response('title\n', { status: 200 }),
  };
  return mlLensApiMock(answers, createOrgApi(rows).call);
}
