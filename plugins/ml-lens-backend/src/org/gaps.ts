/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import {
  CompiledLens,
  Gap,
  scoreFrom,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import type { LensService } from '../lenses/LensService';
import {
  gainOfCode,
  layoutOf,
  practiceOfCode,
  riskOfCode,
  shareOf,
  StatesLayout,
} from '../reviews/practiceStates';
import { OrgScope, OrgSource } from '../scorecards';
import { compareKeys } from '../scorecards/summary';

/** Reviews read at a time; memory does not grow with the organisation. */
const BATCH = 2000;
/** Owners named per gap. */
const MOST_OWNERS = 5;

interface StatesRow {
  review_id: string;
  owner_ref: string | null;
  lens_id: string;
  lens_version: string;
  states: string;
  before_version: string | null;
  before_states: string | null;
}

/** What is counted of one practice. */
interface Tally {
  lens: CompiledLens;
  questionId: string;
  choiceId: string;
  pillar: string;
  phase: string | null;
  met: number;
  unmet: number;
  high: number;
  medium: number;
  before: number;
  /** Sum of what adding the practice alone would add to scores. */
  gained: number;
  owners: Map<string | null, number>;
}

/** Scores of the reviews with one lens. */
interface Scores {
  sum: number;
  count: number;
}

/**
 * Practices that are not in place, heaviest first: HIGH counts twice, MEDIUM
 * once. Reads one short text per review; nothing is judged anew.
 *
 * @param request.since - also counts what was not in place then, of the same
 *   reviews
 */
export async function queryGaps(
  knex: Knex,
  lenses: Pick<LensService, 'compiled'>,
  request: OrgScope & { since: string | undefined; limit: number },
): Promise<Gap[]> {
  const tallies = new Map<string, Tally>();
  const scores = new Map<string, Scores>();
  const layouts = new Layouts(lenses);
  for await (const rows of batches(knex, request)) {
    await layouts.load(rows);
    for (const row of rows) {
      countNow(layouts, row, tallies, scores);
      countBefore(layouts, row, tallies);
    }
  }
  return [...tallies.values()]
    .filter(({ unmet }) => unmet > 0)
    .map(tally => toGap(tally, scores, request.since !== undefined))
    .sort(heaviestFirst)
    .slice(0, request.limit);
}

async function* batches(
  knex: Knex,
  request: OrgScope & { since: string | undefined },
): AsyncGenerator<StatesRow[]> {
  const source = new OrgSource(knex, request);
  let after = '';
  for (;;) {
    const query = source
      .query()
      .join('practice_states as p', 'p.review_id', 's.review_id')
      .where('s.review_id', '>', after)
      .orderBy('s.review_id')
      .limit(BATCH)
      .select(
        's.review_id',
        's.owner_ref',
        's.lens_id',
        'p.lens_version',
        'p.states',
      );
    if (request.since !== undefined) {
      const { since } = request;
      query
        .join('scorecard_history as b', join =>
          join
            .on('b.review_id', 's.review_id')
            .andOn(knex.raw('b.valid_from <= ?', [since]))
            .andOn(knex.raw('(b.valid_to is null or b.valid_to > ?)', [since])),
        )
        .select({
          before_version: 'b.lens_version',
          before_states: 'b.states',
        });
    }
    const rows: StatesRow[] = await query;
    if (rows.length > 0) {
      yield rows;
    }
    if (rows.length < BATCH) {
      return;
    }
    after = rows[rows.length - 1].review_id;
  }
}

/** The lens versions met so far, each with the places of its practices. */
class Layouts {
  readonly #lenses: Pick<LensService, 'compiled'>;
  readonly #known = new Map<string, { lens: CompiledLens; keys: string[] }>();

  constructor(lenses: Pick<LensService, 'compiled'>) {
    this.#lenses = lenses;
  }

  async load(rows: readonly StatesRow[]): Promise<void> {
    for (const row of rows) {
      await this.#add(row.lens_id, row.lens_version);
      if (row.before_version) {
        await this.#add(row.lens_id, row.before_version);
      }
    }
  }

  /** The lens, its layout, and a key for each practice of it, in order. */
  of(
    lensId: string,
    version: string,
  ): { lens: CompiledLens; layout: StatesLayout; keys: string[] } {
    const { lens, keys } = this.#known.get(`${lensId}/${version}`)!;
    return { lens, layout: layoutOf(lens), keys };
  }

  async #add(lensId: string, version: string): Promise<void> {
    const name = `${lensId}/${version}`;
    if (!this.#known.has(name)) {
      const lens = await this.#lenses.compiled(lensId, version);
      const keys = layoutOf(lens).practices.map(
        ({ question, choiceId }) => `${lensId}/${question.id}/${choiceId}`,
      );
      this.#known.set(name, { lens, keys });
    }
  }
}

function countNow(
  layouts: Layouts,
  row: StatesRow,
  tallies: Map<string, Tally>,
  scores: Map<string, Scores>,
) {
  const { lens, layout, keys } = layouts.of(row.lens_id, row.lens_version);
  const { states } = row;
  let earned = 0;
  let weights = 0;
  for (const { question, at } of layout.questions) {
    const risk = riskOfCode(states.charAt(at));
    if (risk !== 'NOT_APPLICABLE') {
      weights += question.weight;
      earned += question.weight * shareOf(risk);
    }
  }
  const score = scoreFrom(earned, weights);
  if (score !== null) {
    const sums = scores.get(row.lens_id) ?? { sum: 0, count: 0 };
    sums.sum += score;
    sums.count += 1;
    scores.set(row.lens_id, sums);
  }
  layout.practices.forEach(({ question, choiceId, at, riskAt }, index) => {
    const code = states.charAt(at);
    const practice = practiceOfCode(code);
    if (practice !== 'met' && practice !== 'unmet') {
      return;
    }
    const tally = tallyOf(tallies, keys[index], () => ({
      lens,
      questionId: question.id,
      choiceId,
      pillar: question.pillarId,
      phase: question.phaseId,
    }));
    if (practice === 'met') {
      tally.met += 1;
      return;
    }
    tally.unmet += 1;
    const risk = states.charAt(riskAt);
    tally.high += risk === 'H' ? 1 : 0;
    tally.medium += risk === 'M' ? 1 : 0;
    const done = earned + question.weight * gainOfCode(code);
    tally.gained += scoreFrom(done, weights)! - score!;
    tally.owners.set(row.owner_ref, (tally.owners.get(row.owner_ref) ?? 0) + 1);
  });
}

function countBefore(
  layouts: Layouts,
  row: StatesRow,
  tallies: Map<string, Tally>,
) {
  const { before_version: version, before_states: states } = row;
  if (!version || !states) {
    return;
  }
  const { layout, keys } = layouts.of(row.lens_id, version);
  layout.practices.forEach(({ at }, index) => {
    if (practiceOfCode(states.charAt(at)) === 'unmet') {
      // Where nobody is judged today there is no gap to compare.
      const tally = tallies.get(keys[index]);
      if (tally) {
        tally.before += 1;
      }
    }
  });
}

function tallyOf(
  tallies: Map<string, Tally>,
  key: string,
  make: () => Pick<
    Tally,
    'lens' | 'questionId' | 'choiceId' | 'pillar' | 'phase'
  >,
): Tally {
  let tally = tallies.get(key);
  if (!tally) {
    tally = {
      ...make(),
      met: 0,
      unmet: 0,
      high: 0,
      medium: 0,
      before: 0,
      gained: 0,
      owners: new Map(),
    };
    tallies.set(key, tally);
  }
  return tally;
}

function toGap(
  tally: Tally,
  scores: ReadonlyMap<string, Scores>,
  compared: boolean,
): Gap {
  const { lens, questionId, choiceId, pillar, phase, owners } = tally;
  const { met, unmet, high, medium, before, gained } = tally;
  const { sum, count } = scores.get(lens.id)!;
  return {
    lensId: lens.id,
    questionId,
    choiceId,
    pillar,
    phase,
    unmet,
    judged: met + unmet,
    high,
    medium,
    weight: 2 * high + medium,
    owners: [...owners]
      .map(([owner, times]) => ({ owner, unmet: times }))
      .sort((a, b) => b.unmet - a.unmet || compareKeys(a.owner, b.owner))
      .slice(0, MOST_OWNERS),
    unmetBefore: compared ? before : null,
    scoreIfDone: Math.round((100 * (sum + gained)) / count) / 100,
  };
}

function heaviestFirst(a: Gap, b: Gap): number {
  return (
    b.weight - a.weight ||
    b.unmet - a.unmet ||
    compareKeys(
      `${a.lensId}/${a.questionId}/${a.choiceId}`,
      `${b.lensId}/${b.questionId}/${b.choiceId}`,
    )
  );
}
