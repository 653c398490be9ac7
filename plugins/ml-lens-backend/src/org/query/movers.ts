/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { Mover, Movers } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { KeysetList, keysetPage, listKeyOf } from '../../database/keyset';
import { toNumber } from '../../database/sql';
import {
  CODES,
  layoutOf,
  pointsAt,
  StatesLayout,
} from '../../reviews/projection/practiceStates';
import type { OrgReader } from './OrgReader';
import { OrgScope, OrgSource } from './OrgSource';

/** Which way reviews moved. */
export type Direction = 'worse' | 'better';

/** What movers are asked for. */
export interface MoversRequest extends OrgScope {
  /** The instants that are compared, `from` before `to`. */
  from: string;
  to: string;
  direction: Direction;
  cursor: string | undefined;
  limit: number;
}

/**
 * How far a review moved, as one whole number: above 0 for the better. A point
 * of score counts more than all high risks, one of those more than all levels.
 */
const MOVE = [
  '(h.score - b.score) * 100000',
  '- (h.high - b.high) * 50',
  '+ coalesce(h.level_rank, -1) - coalesce(b.level_rank, -1)',
].join(' ');

interface MoverRow {
  review_id: string;
  workload_id: string;
  title: string;
  primary_entity_ref: string | null;
  owner_ref: string | null;
  orphaned: boolean | 0 | 1;
  lens_id: string;
  from_version: string;
  to_version: string;
  from_seq: number;
  to_seq: number;
  from_score: number;
  to_score: number;
  from_high: number;
  to_high: number;
  from_level: string;
  to_level: string;
  from_states: string;
  to_states: string;
}

/** What moves to other lens versions did to the figures of a review. */
interface UpgradeMove {
  score: number;
  high: number;
}

/**
 * A page of reviews that moved one way, those that moved most first, and how
 * many moved which way. A review that had no score at either instant has not
 * got better or worse.
 */
export async function queryMovers(
  reader: Pick<OrgReader, 'knex' | 'lenses'>,
  request: MoversRequest,
): Promise<Omit<Movers, 'from' | 'to'>> {
  const { knex } = reader;
  const { from, to, direction, filters, cursor, limit } = request;
  const source = new OrgSource(knex, { ...request, at: to, onlyActive: true });
  const list: KeysetList = {
    select: () =>
      moved(knex, source, from)
        .whereRaw(`${MOVE} ${direction === 'better' ? '>' : '<'} 0`)
        .select({ row_id: 's.review_id', sort_value: knex.raw(MOVE) }),
    column: { expression: MOVE, type: 'integer', nullable: false },
    id: 's.review_id',
    descending: direction === 'better',
  };
  const { rows, pageInfo } = await keysetPage(list, {
    key: listKeyOf(['movers', direction, from, request.at ?? null], filters),
    cursor,
    limit,
  });
  const [counts] = await moved(knex, source, from).select(
    ...(['worse', 'better'] as const).map(way =>
      knex.raw(
        `coalesce(sum(case when ${MOVE} ${
          way === 'better' ? '>' : '<'
        } 0 then 1 else 0 end), 0) as ${way}`,
      ),
    ),
  );
  const worse = toNumber(counts.worse);
  const better = toNumber(counts.better);
  return {
    items: await readMovers(
      reader,
      request,
      rows.map(({ row_id: id }) => id),
    ),
    totalItems: direction === 'better' ? better : worse,
    worse,
    better,
    pageInfo,
  };
}

/** Reviews with what was so at the first instant as `b`. */
function moved(knex: Knex, source: OrgSource, from: string): Knex.QueryBuilder {
  return source
    .query()
    .join('scorecard_history as b', join =>
      join
        .on('b.review_id', 's.review_id')
        .andOn(knex.raw('b.valid_from <= ?', [from]))
        .andOn(knex.raw('(b.valid_to is null or b.valid_to > ?)', [from])),
    )
    .whereRaw('b.seq <> h.seq');
}

async function readMovers(
  { knex, lenses }: Pick<OrgReader, 'knex' | 'lenses'>,
  request: MoversRequest,
  ids: readonly string[],
): Promise<Mover[]> {
  // As for the list: what the caller may see is settled by the ids.
  const source = new OrgSource(knex, {
    ...request,
    at: request.to,
    filters: {},
    access: undefined,
  });
  const figures = ['version', 'seq', 'score', 'high', 'level', 'states'];
  const columns = (table: string, end: string) =>
    figures.map(
      name =>
        `${table}.${
          name === 'version' ? 'lens_version' : name
        } as ${end}_${name}`,
    );
  const rows: MoverRow[] = await moved(knex, source, request.from)
    .whereIn('s.review_id', [...ids])
    .select(
      ...['review_id', 'workload_id', 'title', 'primary_entity_ref'].map(
        name => `s.${name}`,
      ),
      's.owner_ref',
      's.orphaned',
      's.lens_id',
      ...columns('b', 'from'),
      ...columns('h', 'to'),
    );
  const upgrades = await upgradesOf(
    knex,
    rows.filter(row => row.from_version !== row.to_version),
  );
  const byId = new Map(rows.map(row => [row.review_id, row]));
  const movers: Mover[] = [];
  for (const id of ids) {
    const row = byId.get(id);
    if (row) {
      const layoutIn = async (version: string) =>
        layoutOf(await lenses.compiled(row.lens_id, version));
      movers.push(
        toMover(row, {
          causes: causesOf(
            {
              layout: await layoutIn(row.from_version),
              states: row.from_states,
            },
            { layout: await layoutIn(row.to_version), states: row.to_states },
            request.direction,
          ),
          upgrade: upgrades.get(id),
        }),
      );
    }
  }
  return movers;
}

/** What each move to another lens version between two states did, summed up. */
async function upgradesOf(
  knex: Knex,
  rows: readonly MoverRow[],
): Promise<Map<string, UpgradeMove>> {
  const moves = new Map<string, UpgradeMove>();
  if (rows.length === 0) {
    return moves;
  }
  const bounds = new Map(rows.map(row => [row.review_id, row]));
  const steps: {
    review_id: string;
    seq: number;
    score: number | null;
    high: number | null;
  }[] = await knex('answer_events as e')
    .join('scorecard_history as n', join =>
      join.on('n.review_id', 'e.review_id').andOn('n.seq', 'e.seq'),
    )
    .join('scorecard_history as o', join =>
      join
        .on('o.review_id', 'e.review_id')
        .andOn(knex.raw('o.seq = e.seq - 1')),
    )
    .where('e.type', 'LENS_UPGRADED')
    .whereIn('e.review_id', [...bounds.keys()])
    .select('e.review_id', 'e.seq', {
      score: knex.raw('n.score - o.score'),
      high: knex.raw('n.high - o.high'),
    });
  for (const { review_id: id, seq, score, high } of steps) {
    const { from_seq: after, to_seq: upTo } = bounds.get(id)!;
    if (seq > after && seq <= upTo) {
      const sum = moves.get(id) ?? { score: 0, high: 0 };
      moves.set(id, {
        score: sum.score + (score ?? 0),
        high: sum.high + (high ?? 0),
      });
    }
  }
  return moves;
}

function toMover(
  row: MoverRow,
  { causes, upgrade }: { causes: string[]; upgrade: UpgradeMove | undefined },
): Mover {
  return {
    workloadId: row.workload_id,
    title: row.title,
    entityRef: row.primary_entity_ref,
    owner: row.owner_ref,
    orphaned: Boolean(row.orphaned),
    lens: { id: row.lens_id, version: row.to_version },
    score: { from: row.from_score, to: row.to_score },
    high: { from: row.from_high, to: row.to_high },
    level: { from: row.from_level, to: row.to_level },
    causes,
    ofUpgrades: upgrade?.score ?? 0,
    upgradeOnly:
      upgrade !== undefined &&
      upgrade.score === row.to_score - row.from_score &&
      upgrade.high === row.to_high - row.from_high,
  };
}

/** A review in one state. */
interface Standing {
  layout: StatesLayout;
  states: string;
}

/**
 * Questions of the later version that moved a review one way: those with other
 * points, or another high risk, than before, and those that are new.
 */
function causesOf(
  before: Standing,
  after: Standing,
  direction: Direction,
): string[] {
  const was = figuresOf(before);
  const is = figuresOf(after);
  // What is new moves the score away from what it was.
  const mean = meanOf(was);
  const sign = direction === 'better' ? 1 : -1;
  return [...is]
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

interface QuestionFigures {
  weight: number;
  /** 0..1. */
  points: number;
  high: boolean;
}

/** The questions that apply. */
function figuresOf({ layout, states }: Standing): Map<string, QuestionFigures> {
  const figures = new Map<string, QuestionFigures>();
  for (const { question, at } of layout.questions) {
    const risk = CODES.risk[states.charCodeAt(at)];
    if (risk !== 'NOT_APPLICABLE') {
      figures.set(question.id, {
        weight: question.weight,
        points: pointsAt(states, at),
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
