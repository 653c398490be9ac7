// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import {
  ORG_SORT_FIELDS,
  OrgRow,
  OrgSortField,
  type Page,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { listKeyOf } from '../../database/keyset';
import { reviewIdOf } from '../../reviews/ReviewStore';
import { dayNumber, dayOfNumber } from '../columns/dayNumbers';
import {
  COUNT,
  COUNTS,
  NEVER,
  NO_VALUE,
  PHASE_STATUSES,
} from '../columns/figureCodes';
import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import { listPage, type ListOrder } from './lists';
import { instantOf, type OrgScope } from './OrgScope';
import { Mean } from './rollup';
import { countOf, select, type Selected } from './select';

/** The org list in one order. */
export interface OrgListRequest extends OrgScope {
  /** `score` ascending, `-score` descending. */
  sort: string;
}

/** A page of the org list. */
export interface OrgPageRequest extends OrgListRequest {
  cursor: string | undefined;
  limit: number;
}

/** A scorecard among those of its table. */
export interface Hit {
  table: FigureTable;
  entry: number;
}

/** What was selected, one by one. */
export function* hitsOf(selected: readonly Selected[]): Generator<Hit> {
  for (const { table, entries } of selected) {
    for (const entry of entries) {
      yield { table, entry };
    }
  }
}

/** The mean of a figure over the scorecards that have it. */
export function meanOf(
  figure: 'score' | 'readiness' | 'levelRank',
  hits: Iterable<Hit>,
): Mean {
  const mean = new Mean();
  for (const { table, entry } of hits) {
    const value = table[figure][entry];
    if (value !== NO_VALUE) {
      mean.add(value);
    }
  }
  return mean;
}

/** How many questions of a scorecard are at high risk. */
export function highOf({ table, entry }: Hit): number {
  return table.counts[entry * COUNTS + COUNT.high];
}

/** Tells scorecards apart. */
export function idOfHit({ workloads }: OrgView): (hit: Hit) => string {
  return ({ table, entry }) =>
    reviewIdOf(
      workloads.facts(table.workload[entry])!.workloadId,
      table.lens.id,
    );
}

/**
 * One page of scorecards.
 *
 * @throws InputError for a cursor of another list
 */
export function orgPageOf(
  view: OrgView,
  request: OrgPageRequest,
): Page<OrgRow> {
  const { sort, at, filters, cursor, limit } = request;
  const selected = select(view, request);
  const { rows, pageInfo } = listPage(
    hitsOf(selected),
    orderBy(view, request),
    {
      key: listKeyOf([sort, at ?? null], filters),
      cursor,
      limit,
    },
  );
  const toRow = rowsOf(view, request);
  return {
    items: rows.map(toRow),
    totalItems: countOf(selected),
    pageInfo,
  };
}

/** The order of scorecards by a field. */
export function orderBy(
  view: OrgView,
  request: OrgListRequest,
): ListOrder<Hit> {
  const { sort } = request;
  const descending = sort.startsWith('-');
  return {
    ...sortField(view, descending ? sort.slice(1) : sort, request),
    idOf: idOfHit(view),
    descending,
  };
}

/**
 * What a sort field says of a scorecard.
 *
 * @throws InputError for anything else
 */
export function sortField(
  { workloads }: OrgView,
  field: string,
  scope: OrgScope,
): Pick<ListOrder<Hit>, 'valueOf' | 'rankOf' | 'type' | 'nullable'> {
  const known = ORG_SORT_FIELDS.find(name => name === field);
  if (!known) {
    throw new InputError(
      `Invalid query: sort: must be one of ${ORG_SORT_FIELDS.join(', ')}`,
    );
  }
  const factsOf = ({ table, entry }: Hit) =>
    workloads.facts(table.workload[entry])!;
  const today = dayNumber(instantOf(scope));
  const fields: Record<
    OrgSortField,
    [
      ListOrder<Hit>['type'],
      ListOrder<Hit>['valueOf'],
      ListOrder<Hit>['rankOf']?,
    ]
  > = {
    title: [
      'text',
      hit => factsOf(hit).titleSort,
      ({ table, entry }) => workloads.titleRanks[table.workload[entry]],
    ],
    owner: ['text', hit => factsOf(hit).owner],
    system: ['text', hit => factsOf(hit).system],
    domain: ['text', hit => factsOf(hit).domain],
    lifecycle: ['text', hit => factsOf(hit).lifecycle],
    score: ['integer', ({ table, entry }) => orNull(table.score[entry])],
    readiness: [
      'integer',
      ({ table, entry }) => orNull(table.readiness[entry]),
    ],
    coverage: ['real', ({ table, entry }) => table.coverage(entry)],
    level: ['integer', ({ table, entry }) => orNull(table.levelRank[entry])],
    high: ['integer', highOf],
    lateSince: [
      'integer',
      ({ table, entry }) => {
        const day = table.lateSince(entry, today);
        return day === NEVER ? null : day;
      },
    ],
    updatedAt: ['real', ({ table, entry }) => orNull(table.updatedAt[entry])],
  };
  const [type, valueOf, rankOf] = fields[known];
  return { type, valueOf, nullable: true, ...(rankOf && { rankOf }) };
}

function instantOrNull(milliseconds: number): string | null {
  return Number.isNaN(milliseconds)
    ? null
    : new Date(milliseconds).toISOString();
}

/** Makes rows of scorecards. */
export function rowsOf(
  { workloads }: OrgView,
  request: OrgScope,
): (hit: Hit) => OrgRow {
  const { freshness } = request;
  const today = dayNumber(instantOf(request));
  return ({ table, entry }) => {
    const facts = workloads.facts(table.workload[entry])!;
    const { lens, counts } = table;
    const at = entry * COUNTS;
    const answeredAt = instantOrNull(table.answeredAt[entry]);
    return {
      workloadId: facts.workloadId,
      entityRef: facts.entityRef,
      title: facts.title,
      owner: facts.owner,
      system: facts.system,
      domain: facts.domain,
      lifecycle: facts.lifecycle,
      tags: [...facts.tags],
      orphaned: facts.orphaned,
      retired: freshness.isRetired(facts.lifecycle),
      lens: { id: lens.id, version: lens.version },
      score: orNull(table.score[entry]),
      readiness: orNull(table.readiness[entry]),
      currentPhase: table.phases[table.currentPhase[entry]] ?? null,
      coverage: table.coverage(entry),
      counts: {
        UNANSWERED: counts[at + COUNT.unanswered],
        HIGH: counts[at + COUNT.high],
        MEDIUM: counts[at + COUNT.medium],
        NONE: counts[at + COUNT.none],
        NOT_APPLICABLE: counts[at + COUNT.notApplicable],
      },
      practices: {
        inPlace: table.practicesInPlace[entry],
        applicable: table.practicesApplicable[entry],
      },
      level: table.levels[table.level[entry]],
      pillars: Object.fromEntries(
        table.pillarQuestions.map(({ id, questions }) => [
          id,
          orNull(table.measure(entry, questions).score),
        ]),
      ),
      phases: Object.fromEntries(
        table.phases.map((id, phase) => {
          const place = entry * table.phases.length + phase;
          return [
            id,
            {
              status: PHASE_STATUSES[table.status[place]],
              score: orNull(table.phaseScore[place]),
              targetDate:
                table.target[place] === NEVER
                  ? null
                  : dayOfNumber(table.target[place]),
              late: table.isLate(entry, phase, today),
              since: instantOrNull(table.openSince[place]),
            },
          ];
        }),
      ),
      updatedAt: instantOrNull(table.updatedAt[entry]),
      toConfirm: table.toConfirm[entry],
      dueAt: freshness.dueAt(answeredAt, facts.lifecycle),
      models: facts.models,
    };
  };
}

/** A figure, or null where a scorecard has none. */
export function orNull(value: number): number | null {
  return value === NO_VALUE || Number.isNaN(value) ? null : value;
}
