// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Gap } from '@ml-lens/backstage-plugin-ml-lens-common';
import { NO_VALUE, PRACTICE } from '../columns/figureCodes';
import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import { compareKeys } from './groups';
import type { OrgScope } from './OrgScope';
import { select, type Selected } from './select';

/** Owners named per gap. */
const MAX_OWNERS = 5;

/** What is counted of one practice. */
interface Tally {
  lensId: string;
  questionId: string;
  choiceId: string;
  pillar: string;
  phase: string | null;
  riskLevel: Gap['riskLevel'];
  /** Scorecards by state, see PRACTICE. */
  states: Float64Array;
  before: number;
  /** Sum of what adding the practice alone would add to scores. */
  gained: number;
}

/** Scores of the reviews with one lens. */
interface Scores {
  sum: number;
  count: number;
}

/**
 * Practices that are not in place, heaviest first: HIGH counts twice, MEDIUM
 * once.
 *
 * @param past - the same reviews at an instant: also counts what was not in
 *   place then
 */
export function gapsOf(
  view: OrgView,
  request: OrgScope & { limit: number },
  past?: OrgView,
): Gap[] {
  const selected = select(view, { ...request, onlyActive: true });
  const tallies = new Map<string, Tally>();
  const scores = new Map<string, Scores>();
  for (const { table, entries } of selected) {
    countNow(
      table,
      entries,
      talliesOf(tallies, table),
      scoresOf(scores, table.lens.id),
    );
  }
  for (const { table, entries } of past ? sameReviews(past, selected) : []) {
    countBefore(table, entries, talliesOf(tallies, table));
  }
  return [...tallies.values()]
    .filter(({ states }) => unmetIn(states) > 0)
    .map(tally => toGap(tally, scores.get(tally.lensId)!, past !== undefined))
    .sort(heaviestFirst)
    .slice(0, request.limit)
    .map(gap => ({ ...gap, owners: ownersOf(view, selected, gap) }));
}

/** One for each practice of a table; versions of a lens share them. */
function talliesOf(tallies: Map<string, Tally>, table: FigureTable): Tally[] {
  const lensId = table.lens.id;
  return table.layout.practices.map(({ question, choiceId }) => {
    const key = `${lensId}/${question.id}/${choiceId}`;
    const riskLevel = question.choice(choiceId)?.riskLevel ?? null;
    const known = tallies.get(key);
    if (known) {
      known.riskLevel ??= riskLevel;
      return known;
    }
    const tally = {
      lensId,
      questionId: question.id,
      choiceId,
      pillar: question.pillarId,
      phase: question.phaseId,
      riskLevel,
      states: new Float64Array(Object.keys(PRACTICE).length),
      before: 0,
      gained: 0,
    };
    tallies.set(key, tally);
    return tally;
  });
}

function scoresOf(scores: Map<string, Scores>, lensId: string): Scores {
  const known = scores.get(lensId) ?? { sum: 0, count: 0 };
  scores.set(lensId, known);
  return known;
}

function countNow(
  { practices, gains, score }: FigureTable,
  entries: Int32Array,
  tallies: readonly Tally[],
  scores: Scores,
): void {
  const width = tallies.length;
  const kinds = Object.keys(PRACTICE).length;
  // Dense, and summed up in the end: this runs millions of times.
  const states = new Uint32Array(width * kinds);
  const gained = new Int32Array(width);
  for (const entry of entries) {
    if (score[entry] !== NO_VALUE) {
      scores.sum += score[entry];
      scores.count += 1;
      const start = entry * width;
      for (let practice = 0; practice < width; practice++) {
        states[practice * kinds + practices[start + practice]] += 1;
        gained[practice] += gains[start + practice];
      }
    }
  }
  tallies.forEach((tally, practice) => {
    tally.gained += gained[practice];
    for (let kind = 0; kind < kinds; kind++) {
      tally.states[kind] += states[practice * kinds + kind];
    }
  });
}

function countBefore(
  table: FigureTable,
  entries: Int32Array,
  tallies: readonly Tally[],
): void {
  tallies.forEach((tally, practice) => {
    for (const entry of entries) {
      tally.before += table.isUnmet(entry, practice) ? 1 : 0;
    }
  });
}

/** The scorecards of the past that are of the reviews selected now. */
function sameReviews(past: OrgView, selected: readonly Selected[]): Selected[] {
  const reviews = new Map<string, Set<number>>();
  for (const { table, entries } of selected) {
    const workloads = reviews.get(table.lens.id) ?? new Set();
    reviews.set(table.lens.id, workloads);
    for (const entry of entries) {
      workloads.add(table.workload[entry]);
    }
  }
  return past.tables.map(table => {
    const workloads = reviews.get(table.lens.id);
    const all = Int32Array.from({ length: table.length }, (_, entry) => entry);
    return {
      table,
      entries: all.filter(entry => workloads?.has(table.workload[entry])),
    };
  });
}

function unmetIn(states: Float64Array): number {
  return (
    states[PRACTICE.unmet] +
    states[PRACTICE.unmetMedium] +
    states[PRACTICE.unmetHigh]
  );
}

function toGap(tally: Tally, { sum, count }: Scores, compared: boolean): Gap {
  const { states, before, gained, ...named } = tally;
  const high = states[PRACTICE.unmetHigh];
  const medium = states[PRACTICE.unmetMedium];
  const unmet = unmetIn(states);
  return {
    ...named,
    high,
    medium,
    unmet,
    judged: states[PRACTICE.met] + unmet,
    weight: 2 * high + medium,
    owners: [],
    unmetBefore: compared ? before : null,
    scoreIfDone: Math.round((100 * (sum + gained)) / count) / 100,
  };
}

/** Who lacks a practice most often. */
function ownersOf(
  { workloads }: OrgView,
  selected: readonly Selected[],
  { lensId, questionId, choiceId }: Gap,
): Gap['owners'] {
  const { values, codes } = workloads.coded('owner');
  const counts = new Uint32Array(values.length);
  for (const { table, entries } of selected) {
    const practice =
      table.lens.id === lensId
        ? table.practiceIndex(questionId, choiceId)
        : undefined;
    if (practice !== undefined) {
      for (const entry of entries) {
        if (table.isUnmet(entry, practice) && table.score[entry] !== NO_VALUE) {
          counts[codes[table.workload[entry]]] += 1;
        }
      }
    }
  }
  return values
    .flatMap((owner, code) =>
      counts[code] === 0 ? [] : [{ owner, unmet: counts[code] }],
    )
    .sort((a, b) => b.unmet - a.unmet || compareKeys(a.owner, b.owner))
    .slice(0, MAX_OWNERS);
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
