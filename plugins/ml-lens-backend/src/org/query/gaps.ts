// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Gap } from '@ml-lens/backstage-plugin-ml-lens-common';
import { NO_VALUE, PRACTICE } from '../columns/figureCodes';
import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import type { PracticeSums } from '../columns/PracticeSums';
import { compareKeys } from './groups';
import type { OrgScope } from './OrgScope';
import { select, type Selected, workloadsOf } from './select';

/** Owners named per gap. */
const MAX_OWNERS = 5;

/** By state of a practice, see PRACTICE: 1 where it is not in place. */
const isUnmet = Uint8Array.of(0, 0, 1, 1, 1);

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
    const sums = table.practiceSums.of(
      workloadsOf(table, entries, new Uint8Array(view.workloads.size)),
    );
    countNow(sums, talliesOf(tallies, table));
    addScores(scoresOf(scores, table.lens.id), sums);
  }
  for (const { table, entries } of past ? sameReviews(past, selected) : []) {
    countBefore(table, entries, talliesOf(tallies, table));
  }
  const gaps = [...tallies.values()]
    .filter(({ states }) => unmetIn(states) > 0)
    .map(tally => toGap(tally, scores.get(tally.lensId)!, past !== undefined))
    .sort(heaviestFirst)
    .slice(0, request.limit);
  const owners = ownersOf(view, selected, gaps);
  return gaps.map((gap, place) => ({ ...gap, owners: owners[place] }));
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

function addScores(scores: Scores, { scores: { sum, count } }: PracticeSums) {
  scores.sum += sum;
  scores.count += count;
}

function countNow(sums: PracticeSums, tallies: readonly Tally[]): void {
  tallies.forEach((tally, practice) => {
    tally.gained += sums.gained(practice);
    tally.states.forEach((_, state) => {
      tally.states[state] += sums.count(practice, state);
    });
  });
}

function countBefore(
  table: FigureTable,
  entries: Int32Array,
  tallies: readonly Tally[],
): void {
  const before = new Uint32Array(tallies.length);
  for (const entry of entries) {
    for (let practice = 0; practice < before.length; practice++) {
      before[practice] += table.isUnmet(entry, practice) ? 1 : 0;
    }
  }
  tallies.forEach((tally, practice) => {
    tally.before += before[practice];
  });
}

/** The scorecards of the past that are of the reviews selected now. */
function sameReviews(past: OrgView, selected: readonly Selected[]): Selected[] {
  /** By lens, 1 for each workload, by number. */
  const reviews = new Map<string, Uint8Array>();
  for (const { table, entries } of selected) {
    const asked =
      reviews.get(table.lens.id) ?? new Uint8Array(past.workloads.size);
    reviews.set(table.lens.id, workloadsOf(table, entries, asked));
  }
  return past.tables.map(table => {
    const asked = reviews.get(table.lens.id);
    const entries = new Int32Array(asked ? table.length : 0);
    let count = 0;
    for (let entry = 0; entry < entries.length; entry++) {
      // Entries nobody uses have no workload.
      if (asked![table.workload[entry]] === 1) {
        entries[count] = entry;
        count += 1;
      }
    }
    return { table, entries: entries.subarray(0, count) };
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
  const { lensId, questionId, choiceId, pillar, phase, riskLevel } = tally;
  const { states, before, gained } = tally;
  const high = states[PRACTICE.unmetHigh];
  const medium = states[PRACTICE.unmetMedium];
  const unmet = unmetIn(states);
  return {
    lensId,
    questionId,
    choiceId,
    pillar,
    phase,
    riskLevel,
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

/** Who lacks practices most often, practice by practice. */
function ownersOf(
  { workloads }: OrgView,
  selected: readonly Selected[],
  gaps: readonly Gap[],
): Gap['owners'][] {
  const { values, codes } = workloads.coded('owner');
  // By owner and gap: what is counted of one scorecard lies together.
  const counts = new Uint32Array(values.length * gaps.length);
  for (const { table, entries } of selected) {
    const { layout, practices, score, workload } = table;
    const width = layout.practices.length;
    const places: number[] = [];
    const asked: number[] = [];
    gaps.forEach(({ lensId, questionId, choiceId }, place) => {
      const practice = table.practiceIndex(questionId, choiceId);
      if (lensId === table.lens.id && practice !== undefined) {
        places.push(place);
        asked.push(practice);
      }
    });
    for (const entry of entries) {
      if (score[entry] !== NO_VALUE) {
        const owner = codes[workload[entry]] * gaps.length;
        const start = entry * width;
        for (let at = 0; at < asked.length; at++) {
          counts[owner + places[at]] += isUnmet[practices[start + asked[at]]];
        }
      }
    }
  }
  return gaps.map((_, place) => mostOf(values, counts, place, gaps.length));
}

/**
 * Who lacks a practice most often.
 *
 * @param counts - of each owner, with those of other practices in between
 */
function mostOf(
  values: readonly (string | null)[],
  counts: Uint32Array,
  first: number,
  step: number,
): Gap['owners'] {
  const least = leastOfMost(counts, first, step);
  const most: Gap['owners'] = [];
  for (let at = first; at < counts.length; at += step) {
    if (counts[at] >= least) {
      most.push({ owner: values[(at - first) / step], unmet: counts[at] });
    }
  }
  return most
    .sort((a, b) => b.unmet - a.unmet || compareKeys(a.owner, b.owner))
    .slice(0, MAX_OWNERS);
}

/** The smallest of the counts that can be among the most, at least 1. */
function leastOfMost(counts: Uint32Array, first: number, step: number): number {
  const most = new Uint32Array(MAX_OWNERS);
  for (let at = first; at < counts.length; at += step) {
    let place = MAX_OWNERS - 1;
    if (counts[at] > most[place]) {
      for (; place > 0 && most[place - 1] < counts[at]; place--) {
        most[place] = most[place - 1];
      }
      most[place] = counts[at];
    }
  }
  return Math.max(1, most[MAX_OWNERS - 1]);
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
