// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type OrgRow,
  type Rollup,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { type PhaseStatus, levelOf } from '@ml-lens/lens-model';
import {
  type MlLensApiMock,
  mlLensApiMock,
} from '../../../testing/mlLensApiMock';
import { LENS_ID, lensDefinition, lensItem, PHASES, VERSION } from './orgLens';

export { lensDefinition };

const SUBJECTS = [
  'Card fraud',
  'Demand forecasting',
  'Search ranking',
  'Delivery ETA',
  'Payout anomalies',
  'Product recommendations',
  'Parcel vision',
  'Credit limits',
  'Support assistant',
  'Returns forecasting',
  'Size advisor',
  'Conveyor maintenance',
  'Invoice processing',
  'Markdown pricing',
  'Voice picking',
  'Store footfall',
  'Call transcripts',
  'Catalogue enrichment',
  'Replenishment optimizer',
];
const SITES = ['Europe', 'Japan', 'Americas'];
const OWNERS = [
  'payments-risk',
  'supply-science',
  'shopping-experience',
  'warehouse-delivery',
  'service-automation',
];
const SYSTEMS = ['payments', 'supply-chain', 'storefront', 'fulfilment', null];
const DOMAINS = ['finance', 'operations', 'retail', 'operations', null];
const LIFECYCLES = ['production', 'production', 'experimental', 'deprecated'];
const TAGS = ['forecasting', 'vision', 'nlp', 'genai', 'tabular'];

/** A number in 0..1 that depends on nothing but its arguments. */
function noise(seed: number, salt: number): number {
  const x = Math.sin(seed * 12.9898 + salt * 78.233) * 43758.5453;
  return x - Math.floor(x);
}

function statusOf(value: number): PhaseStatus {
  if (value > 0.55) return 'COMPLETE';
  if (value > 0.4) return 'AT_RISK';
  return value > 0.15 ? 'IN_PROGRESS' : 'NOT_STARTED';
}

function rowAt(index: number): OrgRow {
  const subject = SUBJECTS[index % SUBJECTS.length];
  const site = SITES[Math.floor(index / SUBJECTS.length) % SITES.length];
  const title = `${subject} ${site}`;
  const workloadId = title.toLowerCase().replace(/ /g, '-');
  const isNew = index % 9 === 8;
  const maturity = 0.35 + noise(index, 1) * 0.65;
  const applicable = 30 - Math.floor(noise(index, 2) * 4);
  const answered = isNew
    ? Math.floor(noise(index, 3) * 4)
    : Math.min(applicable, Math.round(applicable * (0.45 + maturity * 0.6)));
  const high = Math.round(answered * (1 - maturity) * 0.55);
  const medium = Math.round(answered * (1 - maturity) * 0.5);
  const none = answered - high - medium;
  const score = Math.round((100 * (none + medium / 2)) / applicable);
  const coverage = answered / applicable;
  const owner = index % OWNERS.length;
  const orphaned = index % 29 === 17;
  const phases = Object.fromEntries(
    PHASES.map(([id], at) => {
      const progress = isNew
        ? 0
        : maturity + 0.35 - at * 0.09 + (noise(index, at + 10) - 0.5) * 0.4;
      const status = statusOf(progress);
      const hasTarget = noise(index, at + 30) > 0.75;
      const targetDate = hasTarget
        ? `2026-${noise(index, at + 50) > 0.25 ? '12' : '03'}-15`
        : null;
      return [
        id,
        {
          status,
          score,
          targetDate,
          late:
            targetDate?.startsWith('2026-03') === true && status !== 'COMPLETE',
          since: status === 'AT_RISK' ? '2026-05-04T09:00:00.000Z' : null,
        },
      ];
    }),
  );
  const system = SYSTEMS[owner];
  const domain = DOMAINS[owner];
  const counts = {
    HIGH: high,
    MEDIUM: medium,
    NONE: none,
    UNANSWERED: applicable - answered,
    NOT_APPLICABLE: 30 - applicable,
  };
  return {
    workloadId,
    entityRef: `component:default/${workloadId}`,
    title,
    owner: `group:default/${OWNERS[owner]}`,
    system: system && `system:default/${system}`,
    domain: domain && `domain:default/${domain}`,
    lifecycle: LIFECYCLES[index % LIFECYCLES.length],
    tags: [TAGS[index % TAGS.length]],
    orphaned,
    retired: false,
    lens: { id: LENS_ID, version: VERSION },
    score,
    readiness: score === null ? null : Math.min(100, score + 9),
    currentPhase: score === null ? null : PHASES[index % PHASES.length][0],
    coverage,
    level: levelOf({ score, coverage, counts }),
    counts,
    practices: { inPlace: none, applicable },
    pillars: {},
    phases,
    updatedAt:
      answered === 0
        ? null
        : new Date(
            Date.UTC(2026, 10, 24) - noise(index, 4) * 9e9,
          ).toISOString(),
    toConfirm: 0,
    dueAt: null,
    models:
      index % 5 === 0
        ? {
            count: 3,
            noCard: index % 10 === 0 ? 2 : 0,
            notApproved: 0,
            silent: 1,
            firing: 0,
            missing: 0,
          }
        : null,
  };
}

/** 57 workloads, the same every time. */
export const orgRows: OrgRow[] = Array.from({ length: 57 }, (_, index) =>
  rowAt(index),
);

type Query = Record<string, unknown>;
type Request = { query?: Query };

const many = (value: unknown): string[] | undefined =>
  value === undefined ? undefined : ([] as string[]).concat(value as string);

/** The tenth a score is in, as the filter names it. */
function tenthOf(score: number): string {
  const from = Math.min(90, Math.floor(score / 10) * 10);
  return `${from}-${from === 90 ? 100 : from + 9}`;
}

function distributionOf(rows: OrgRow[]) {
  const tenths = (values: number[]) =>
    Array.from(
      { length: 10 },
      (_, index) =>
        values.filter(value => Math.min(9, Math.floor(value / 10)) === index)
          .length,
    );
  return {
    score: tenths(rows.flatMap(({ score }) => score ?? [])),
    noScore: rows.filter(({ score }) => score === null).length,
    coverage: tenths(rows.map(({ coverage }) => coverage * 100)),
  };
}

function isLate(row: OrgRow): boolean {
  return Object.values(row.phases).some(({ late }) => late);
}

function paceOf(rows: OrgRow[]) {
  return Object.fromEntries(
    lensDefinition.phases!.map(({ id }) => [
      id,
      {
        open: rows.filter(({ phases }) => phases[id]?.status === 'IN_PROGRESS')
          .length,
        meanDays: 41.4,
        late: rows.filter(({ phases }) => phases[id]?.late).length,
      },
    ]),
  );
}

function matches(row: OrgRow, query: Query): boolean {
  const any = (key: string, values: (string | null)[]) =>
    many(query[key])?.some(wanted =>
      values.some(value => (value ?? '') === wanted),
    ) ?? true;
  return (
    (query.late === undefined || String(isLate(row)) === query.late) &&
    any('lens', [row.lens.id]) &&
    any('owner', [row.owner]) &&
    any('system', [row.system]) &&
    any('domain', [row.domain]) &&
    any('lifecycle', [row.lifecycle]) &&
    any('level', [row.level]) &&
    any('tag', row.tags) &&
    any('workload', [row.workloadId]) &&
    any(
      'phase',
      Object.entries(row.phases).map(([id, { status }]) => `${id}:${status}`),
    ) &&
    any(
      'risk',
      Object.entries(row.counts).flatMap(([risk, count]) =>
        count > 0 ? risk : [],
      ),
    ) &&
    any(
      'models',
      (row.models?.silent ? ['SILENT'] : []).concat(
        row.models?.noCard ? ['NO_CARD'] : [],
      ),
    ) &&
    any('score', [row.score === null ? null : tenthOf(row.score)]) &&
    (query.orphaned === undefined || String(row.orphaned) === query.orphaned) &&
    row.title.toLowerCase().includes(String(query.q ?? '').toLowerCase())
  );
}

function sorted(rows: OrgRow[], sort: string): OrgRow[] {
  const descending = sort.startsWith('-');
  const field = descending ? sort.slice(1) : sort;
  const keyOf = (row: OrgRow) =>
    field === 'high'
      ? row.counts.HIGH
      : (row as unknown as Record<string, string | number | null>)[field] ?? '';
  return [...rows].sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    const order =
      typeof x === 'number' && typeof y === 'number'
        ? x - y
        : String(x).localeCompare(String(y));
    return descending ? -order : order;
  });
}

function rollup(rows: OrgRow[]): Rollup {
  const result: Rollup = {
    workloads: rows.length,
    begun: rows.filter(({ score }) => score !== null).length,
    assessed: rows.filter(({ coverage }) => coverage >= 0.5).length,
    score: null,
    coverage: null,
    counts: { UNANSWERED: 0, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 },
    levels: {},
    phases: {},
  };
  for (const row of rows) {
    for (const risk of Object.keys(row.counts) as (keyof OrgRow['counts'])[]) {
      result.counts[risk] += row.counts[risk];
    }
    result.levels[row.level] = (result.levels[row.level] ?? 0) + 1;
    for (const [id, { status }] of Object.entries(row.phases)) {
      result.phases[id] ??= {
        NOT_STARTED: 0,
        IN_PROGRESS: 0,
        AT_RISK: 0,
        COMPLETE: 0,
      };
      result.phases[id][status] += 1;
    }
  }
  if (rows.length > 0) {
    const mean = (value: (row: OrgRow) => number) =>
      rows.reduce((sum, row) => sum + value(row), 0) / rows.length;
    result.score = Math.round(mean(row => row.score ?? 0));
    result.coverage = mean(row => row.coverage);
  }
  return result;
}

function valuesOf(row: OrgRow, key: string): (string | null)[] {
  if (key === 'tag') return row.tags;
  return [
    (row as unknown as Record<string, string | null | undefined>)[key] ?? null,
  ];
}

function groupsOf(rows: OrgRow[], key: string) {
  const groups = new Map<string | null, OrgRow[]>();
  for (const row of rows) {
    for (const value of valuesOf(row, key)) {
      groups.set(value, [...(groups.get(value) ?? []), row]);
    }
  }
  return [...groups]
    .map(([value, members]) => ({ key: value, ...rollup(members) }))
    .sort((a, b) => b.workloads - a.workloads);
}

/**
 * The org routes over rows in memory: filters, sorts and pages as the server
 * does, for tests and the development page.
 */
export function createOrgApi(
  rows: OrgRow[] = orgRows,
  options: {
    /** Smaller pages than asked for, where drawing rows takes time. */
    atMost?: number;
  } = {},
): MlLensApiMock {
  return mlLensApiMock({
    listLenses: () => ({
      items: [
        lensItem(LENS_ID, lensDefinition.name, 'AWS 機械学習レンズ'),
        lensItem('responsible-ai', 'Responsible AI', '責任ある AI'),
      ],
      totalItems: 2,
      pageInfo: {},
    }),
    getLens: () => lensDefinition,
    queryScorecards: ({ query = {} }: Request) => {
      const found = sorted(
        rows.filter(row => matches(row, query)),
        String(query.sort ?? 'title'),
      );
      const limit = Math.min(
        Number(query.limit ?? 20),
        options.atMost ?? Infinity,
      );
      const from = Number(query.cursor ?? 0);
      return {
        items: found.slice(from, from + limit),
        totalItems: found.length,
        pageInfo: {
          nextCursor:
            from + limit < found.length ? String(from + limit) : undefined,
          prevCursor: from > 0 ? String(Math.max(0, from - limit)) : undefined,
        },
      };
    },
    getSummary: ({ query = {} }: Request) => {
      const found = rows.filter(row => matches(row, query));
      return {
        groupBy: query.groupBy ?? null,
        total: rollup(found.filter(row => !row.retired)),
        retired: found.filter(row => row.retired).length,
        distribution: distributionOf(found),
        late: found.filter(isLate).length,
        pace: paceOf(found),
        groups: query.groupBy ? groupsOf(found, String(query.groupBy)) : [],
      };
    },
    getInbox: () => ({ items: [], totalItems: 0, pageInfo: {} }),
    listSavedViews: () => ({ items: [] }),
    getFacets: () => ({
      facets: Object.fromEntries(
        ['owner', 'system', 'domain', 'lifecycle', 'level', 'tag'].map(key => [
          key,
          groupsOf(rows, key).flatMap(({ key: value, workloads }) =>
            value === null ? [] : [{ value, count: workloads }],
          ),
        ]),
      ),
    }),
  });
}
