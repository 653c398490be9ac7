/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { Gap, scoreFrom } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { yieldToEventLoop } from '../../database/sql';
import type { LensService } from '../../lenses/LensService';
import {
  CODES,
  layoutOf,
  pointsAt,
  PRACTICE_MET,
  PRACTICE_UNMET,
  StatesLayout,
} from '../../reviews/projection/practiceStates';
import { OrgScope, OrgSource } from './OrgSource';
import { compareKeys } from './summary';

/** Reviews read at a time; memory does not grow with the organisation. */
const BATCH = 2000;
/** Owners named per gap. */
const MAX_OWNERS = 5;

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
  lensId: string;
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
  /** Unmet by number of the owner; see {@link Counter}. */
  owners: number[];
}

/** Scores of the reviews with one lens. */
interface Scores {
  sum: number;
  count: number;
}

/** A lens version met on the way. */
interface KnownLens {
  layout: StatesLayout;
  scores: Scores;
  /** One per practice of the layout; versions of a lens share them. */
  tallies: Tally[];
}

/** Counts practices. */
class Counter {
  readonly #lenses: Pick<LensService, 'compiled'>;
  readonly #known = new Map<string, Map<string, KnownLens>>();
  readonly #tallies = new Map<string, Tally>();
  readonly #scores = new Map<string, Scores>();
  /** Owners by number, in the order they were met. */
  readonly #owners: (string | null)[] = [];
  readonly #ownerNumbers = new Map<string | null, number>();

  constructor(lenses: Pick<LensService, 'compiled'>) {
    this.#lenses = lenses;
  }

  /** A promise only for a version that is new: most rows wait for nothing. */
  lensOf(lensId: string, version: string): KnownLens | Promise<KnownLens> {
    return this.#known.get(lensId)?.get(version) ?? this.#add(lensId, version);
  }

  async #add(lensId: string, version: string): Promise<KnownLens> {
    const lens = await this.#lenses.compiled(lensId, version);
    const layout = layoutOf(lens);
    const scores = this.#scores.get(lensId) ?? { sum: 0, count: 0 };
    this.#scores.set(lensId, scores);
    const tallies = layout.practices.map(({ question, choiceId }) => {
      const key = `${lensId}/${question.id}/${choiceId}`;
      const tally = this.#tallies.get(key) ?? {
        lensId,
        questionId: question.id,
        choiceId,
        pillar: question.pillarId,
        phase: question.phaseId,
        met: 0,
        unmet: 0,
        high: 0,
        medium: 0,
        before: 0,
        gained: 0,
        owners: [],
      };
      this.#tallies.set(key, tally);
      return tally;
    });
    const known = { layout, scores, tallies };
    const versions = this.#known.get(lensId) ?? new Map();
    this.#known.set(lensId, versions.set(version, known));
    return known;
  }

  /** Counts a review as it stands. */
  countNow(
    { layout, scores, tallies }: KnownLens,
    states: string,
    ownerRef: string | null,
  ): void {
    const parts = { earned: 0, weightSum: 0, answered: 0, risky: 0 };
    for (const { question, at } of layout.questions) {
      const risk = CODES.risk[states.charCodeAt(at)];
      if (risk !== 'NOT_APPLICABLE') {
        parts.weightSum += question.weight;
        parts.earned += question.weight * pointsAt(states, at);
        parts.answered += risk === 'UNANSWERED' ? 0 : 1;
        parts.risky += risk === 'NONE' ? 0 : 1;
      }
    }
    const score = scoreFrom(parts);
    if (score === null) {
      return;
    }
    scores.sum += score;
    scores.count += 1;
    const owner = this.#numberOf(ownerRef);
    for (let index = 0; index < layout.practices.length; index++) {
      const { question, at, riskAt, weight } = layout.practices[index];
      const code = states.charCodeAt(at);
      const practice = CODES.practice[code];
      if (practice === PRACTICE_MET) {
        tallies[index].met += 1;
      } else if (practice === PRACTICE_UNMET) {
        const tally = tallies[index];
        const risk = CODES.risk[states.charCodeAt(riskAt)];
        tally.unmet += 1;
        tally.high += risk === 'HIGH' ? 1 : 0;
        tally.medium += risk === 'MEDIUM' ? 1 : 0;
        const gain =
          pointsAt(states, riskAt, { weight, code }) - pointsAt(states, riskAt);
        const fewer =
          Number(risk !== 'NONE') - Number(CODES.riskIfDone[code] !== 'NONE');
        tally.gained +=
          scoreFrom({
            ...parts,
            earned: parts.earned + question.weight * gain,
            risky: parts.risky - fewer,
          })! - score;
        tally.owners[owner] = (tally.owners[owner] ?? 0) + 1;
      }
    }
  }

  /** Counts what was not in place in a review as it was. */
  countBefore({ layout, tallies }: KnownLens, states: string): void {
    for (let index = 0; index < layout.practices.length; index++) {
      const { at } = layout.practices[index];
      if (CODES.practice[states.charCodeAt(at)] === PRACTICE_UNMET) {
        tallies[index].before += 1;
      }
    }
  }

  #numberOf(owner: string | null): number {
    let number = this.#ownerNumbers.get(owner);
    if (number === undefined) {
      number = this.#owners.push(owner) - 1;
      this.#ownerNumbers.set(owner, number);
    }
    return number;
  }

  /** What was counted, of practices that are missing somewhere. */
  gaps(compared: boolean): Gap[] {
    return [...this.#tallies.values()]
      .filter(({ unmet }) => unmet > 0)
      .map(tally => {
        const { met, gained, before, owners, ...named } = tally;
        const { high, medium, unmet } = named;
        const { sum, count } = this.#scores.get(tally.lensId)!;
        return {
          ...named,
          judged: met + unmet,
          weight: 2 * high + medium,
          // Owners without any leave holes, which flatMap passes over.
          owners: owners
            .flatMap((times, number) => [
              { owner: this.#owners[number], unmet: times },
            ])
            .sort((a, b) => b.unmet - a.unmet || compareKeys(a.owner, b.owner))
            .slice(0, MAX_OWNERS),
          unmetBefore: compared ? before : null,
          scoreIfDone: Math.round((100 * (sum + gained)) / count) / 100,
        };
      });
  }
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
  const counter = new Counter(lenses);
  for await (const rows of batches(knex, request)) {
    for (const row of rows) {
      counter.countNow(
        await counter.lensOf(row.lens_id, row.lens_version),
        row.states,
        row.owner_ref,
      );
      if (row.before_version && row.before_states) {
        counter.countBefore(
          await counter.lensOf(row.lens_id, row.before_version),
          row.before_states,
        );
      }
    }
  }
  return counter
    .gaps(request.since !== undefined)
    .sort(heaviestFirst)
    .slice(0, request.limit);
}

async function* batches(
  knex: Knex,
  request: OrgScope & { since: string | undefined },
): AsyncGenerator<StatesRow[]> {
  const source = new OrgSource(knex, { ...request, onlyActive: true });
  let after = '';
  for (;;) {
    // A page of reviews first: joins must not be made for those behind it.
    const page = source
      .query()
      .where('s.review_id', '>', after)
      .orderBy('s.review_id')
      .limit(BATCH)
      .select('s.review_id', 's.owner_ref', 's.lens_id')
      .as('r');
    const query = knex
      .from(page)
      .join('practice_states as p', 'p.review_id', 'r.review_id')
      .orderBy('r.review_id')
      .select('r.*', 'p.lens_version', 'p.states');
    if (request.since !== undefined) {
      const { since } = request;
      query
        .join('scorecard_history as b', join =>
          join
            .on('b.review_id', 'r.review_id')
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
    await yieldToEventLoop();
    after = rows[rows.length - 1].review_id;
  }
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
