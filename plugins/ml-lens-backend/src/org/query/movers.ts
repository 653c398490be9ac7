// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Mover, Movers } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import { listKeyOf } from '../../database/keyset';
import { POINT_COLUMNS, pointsOf } from '../../reviews/projection/historyDays';
import { CODES, pointsAt } from '../../reviews/projection/practiceStates';
import { groupByReview } from '../../reviews/reviewRows';
import { reviewIdOf } from '../../reviews/ReviewStore';
import type { ScorecardHistoryRow } from '../../reviews/rows';
import { NO_VALUE } from '../columns/figureCodes';
import type { OrgView } from '../columns/OrgColumns';
import { listPage } from './lists';
import { highOf, type Hit, hitsOf, idOfHit } from './orgPage';
import type { OrgScope } from './OrgScope';
import { select } from './select';

/** Which way reviews moved. */
export type Direction = 'worse' | 'better';

/** What movers are asked for. */
export interface MoversRequest extends OrgScope {
  /** The earlier instant; the later one is that of the scope. */
  from: string;
  direction: Direction;
  cursor: string | undefined;
  limit: number;
}

/** A review at both instants. */
export interface Pair {
  before: Hit;
  after: Hit;
  /** Above 0 for the better. */
  move: number;
}

/** A mover of which nothing is said of upgrades yet. */
export type PlainMover = Omit<Mover, 'ofUpgrades' | 'upgradeOnly'>;

/**
 * A page of reviews that moved one way, those that moved most first, and how
 * many moved which way. A review that had no score at either instant has not
 * got better or worse.
 *
 * @param past - all reviews at the earlier instant
 */
export function moversPage(
  view: OrgView,
  past: OrgView,
  request: MoversRequest,
): Omit<Movers, 'from' | 'to' | 'items'> & { items: PlainMover[] } {
  const { at, from, direction, filters, cursor, limit } = request;
  const pairs = [...pairsOf(view, past, request)];
  const worse = pairs.filter(({ move }) => move < 0);
  const better = pairs.filter(({ move }) => move > 0);
  const moved = direction === 'better' ? better : worse;
  const idOf = idOfHit(view);
  const { rows, pageInfo } = listPage(
    moved,
    {
      type: 'integer',
      nullable: false,
      valueOf: ({ move }) => move,
      idOf: ({ after }) => idOf(after),
      descending: direction === 'better',
    },
    {
      key: listKeyOf(['movers', direction, from, at ?? null], filters),
      cursor,
      limit,
    },
  );
  return {
    items: rows.map(pair => toMover(view, pair, direction)),
    totalItems: moved.length,
    worse: worse.length,
    better: better.length,
    pageInfo,
  };
}

/** Reviews that had a score at both instants. */
export function* pairsOf(
  view: OrgView,
  past: OrgView,
  request: OrgScope,
): Generator<Pair> {
  const earlier = new Map<string, Map<number, Hit>>();
  for (const table of past.tables) {
    const hits = earlier.get(table.lens.id) ?? new Map<number, Hit>();
    earlier.set(table.lens.id, hits);
    for (let entry = 0; entry < table.length; entry++) {
      if (table.isUsed(entry)) {
        hits.set(table.workload[entry], { table, entry });
      }
    }
  }
  for (const after of hitsOf(select(view, { ...request, onlyActive: true }))) {
    const { table, entry } = after;
    const before = earlier.get(table.lens.id)?.get(table.workload[entry]);
    if (
      before &&
      table.score[entry] !== NO_VALUE &&
      before.table.score[before.entry] !== NO_VALUE
    ) {
      yield { before, after, move: moveOf(before, after) };
    }
  }
}

/**
 * How far a review moved, as one whole number. A point of the score counts more
 * than all high risks, one of those more than all levels.
 */
function moveOf(before: Hit, after: Hit): number {
  return (
    (scoreOf(after) - scoreOf(before)) * 100_000 -
    (highOf(after) - highOf(before)) * 50 +
    rankOf(after) -
    rankOf(before)
  );
}

function scoreOf({ table, entry }: Hit): number {
  return table.score[entry];
}

/** Not assessed is below the first level. */
function rankOf({ table, entry }: Hit): number {
  const rank = table.levelRank[entry];
  return rank === NO_VALUE ? -1 : rank;
}

function levelOf({ table, entry }: Hit): string {
  return table.levels[table.level[entry]];
}

/** What is said of a review that moved one way. */
export function toMover(
  { workloads }: OrgView,
  { before, after }: Pair,
  direction: Direction,
): PlainMover {
  const { table, entry } = after;
  const facts = workloads.facts(table.workload[entry])!;
  const both = <T>(figure: (hit: Hit) => T) => ({
    from: figure(before),
    to: figure(after),
  });
  return {
    workloadId: facts.workloadId,
    title: facts.title,
    entityRef: facts.entityRef,
    owner: facts.owner,
    orphaned: facts.orphaned,
    lens: { id: table.lens.id, version: table.lens.version },
    score: both(scoreOf),
    high: both(highOf),
    level: both(levelOf),
    causes: causesOf(before, after, direction),
  };
}

interface QuestionFigures {
  weight: number;
  /** 0..1. */
  points: number;
  high: boolean;
}

/**
 * Questions of the later version that moved a review one way: those with other
 * points, or another high risk, than before, and those that are new.
 */
function causesOf(before: Hit, after: Hit, direction: Direction): string[] {
  const was = figuresOf(before);
  // What is new moves the score away from what it was.
  const mean = meanOf(was);
  const sign = direction === 'better' ? 1 : -1;
  return [...figuresOf(after)]
    .map(([id, now]) => {
      const old = was.get(id);
      const pull =
        now.weight * now.points -
        (old ? old.weight * old.points : now.weight * mean);
      const risks = Number(old?.high ?? false) - Number(now.high);
      return { id, pull: sign * pull, risks: sign * risks };
    })
    .filter(({ pull, risks }) => pull > 1e-9 || (pull >= -1e-9 && risks > 0))
    .sort(
      (a, b) => b.pull - a.pull || b.risks - a.risks || (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id);
}

/** The questions that apply. */
function figuresOf({ table, entry }: Hit): Map<string, QuestionFigures> {
  const { codes, layout } = table;
  const figures = new Map<string, QuestionFigures>();
  for (const { question, at } of layout.questions) {
    const place = entry * layout.length + at;
    const risk = CODES.risk[codes[place]];
    if (risk !== 'NOT_APPLICABLE') {
      figures.set(question.id, {
        weight: question.weight,
        points: pointsAt(codes, place),
        high: risk === 'HIGH',
      });
    }
  }
  return figures;
}

function meanOf(figures: Map<string, QuestionFigures>): number {
  let points = 0;
  let weight = 0;
  for (const each of figures.values()) {
    points += each.weight * each.points;
    weight += each.weight;
  }
  return weight === 0 ? 0 : points / weight;
}

/** Says of a page what moves to other lens versions did to the score. */
export async function withUpgrades(
  knex: Knex,
  movers: readonly PlainMover[],
  { from, to }: { from: string; to: string },
): Promise<Mover[]> {
  const idOf = ({ workloadId, lens }: PlainMover) =>
    reviewIdOf(workloadId, lens.id);
  const within = (query: Knex.QueryBuilder) =>
    query
      .whereIn('e.review_id', movers.map(idOf))
      .where('e.at', '>', from)
      .where('e.at', '<=', to);
  const moves: { review_id: string; seq: number }[] = await within(
    // A literal, so that the index of upgrades serves it.
    knex('answer_events as e').whereRaw(`e.type = 'LENS_UPGRADED'`),
  ).select('e.review_id', 'e.seq');
  const upgraded = await scoreOfEvents(knex, moves);
  const answered = new Set<string>(
    upgraded.size === 0
      ? []
      : await within(knex('answer_events as e'))
          .where('e.type', 'ANSWERED')
          .distinct('e.review_id')
          .pluck('e.review_id'),
  );
  return movers.map(mover => ({
    ...mover,
    ofUpgrades: upgraded.get(idOf(mover)) ?? 0,
    upgradeOnly: upgraded.has(idOf(mover)) && !answered.has(idOf(mover)),
  }));
}

/** What events did to the score, added up by review. */
async function scoreOfEvents(
  knex: Knex,
  events: readonly { review_id: string; seq: number }[],
): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  if (events.length === 0) {
    return sums;
  }
  const days: ScorecardHistoryRow[] = await knex<ScorecardHistoryRow>(
    'scorecard_history',
  )
    .whereIn('review_id', [...new Set(events.map(event => event.review_id))])
    .orderBy(['review_id', 'seq'])
    .select('review_id', ...POINT_COLUMNS);
  const points = new Map(
    [...groupByReview(days)].map(([id, rows]) => [
      id,
      new Map(rows.flatMap(pointsOf).map(({ seq, score }) => [seq, score])),
    ]),
  );
  for (const { review_id: id, seq } of events) {
    const before = points.get(id)?.get(seq - 1) ?? null;
    const after = points.get(id)?.get(seq) ?? null;
    const change = before === null || after === null ? 0 : after - before;
    sums.set(id, (sums.get(id) ?? 0) + change);
  }
  return sums;
}
