// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensLevel } from '../lens/document';
import type { Measures, Scorecard } from '../model';

/**
 * The level of a review of which too little is answered to judge it.
 * @public
 */
export const NOT_ASSESSED = 'Not assessed';

/**
 * Coverage from which a review has a level.
 * @public
 */
export const ASSESSED_COVERAGE = 0.5;

/**
 * The ladder used when neither the configuration nor the lens has its own.
 * @public
 */
export const DEFAULT_LEVELS: LensLevel[] = [
  { name: 'Initial', from: 0 },
  { name: 'Developing', from: 25 },
  { name: 'Defined', from: 50 },
  { name: 'Managed', from: 75 },
  { name: 'Optimizing', from: 90, noHigh: true },
];

/**
 * Why a review has no level: nothing is answered, less than half of what
 * applies is, or more than half of the questions do not apply.
 * @public
 */
export type NotAssessedReason =
  | 'NOTHING_ANSWERED'
  | 'LOW_COVERAGE'
  | 'MOSTLY_NOT_APPLICABLE';

/** What levels are made of. */
type LevelFigures = Pick<Measures, 'score' | 'coverage' | 'counts'>;

/**
 * Why a review cannot be judged; null where it can.
 * @public
 */
export function notAssessedReason({
  score,
  coverage,
  counts,
}: Pick<Measures, 'score' | 'coverage' | 'counts'>): NotAssessedReason | null {
  const { NOT_APPLICABLE: moot, ...applicable } = counts;
  const applying = Object.values(applicable).reduce((a, b) => a + b, 0);
  if (moot > applying) {
    return 'MOSTLY_NOT_APPLICABLE';
  }
  if (score === null) {
    return 'NOTHING_ANSWERED';
  }
  return coverage < ASSESSED_COVERAGE ? 'LOW_COVERAGE' : null;
}

/**
 * The figures a ladder is of: those of everything, or of what is due with the
 * readiness for their score.
 *
 * @public
 */
export function levelFigures(
  figures: LevelFigures & { readiness: number | null; due: Scorecard['due'] },
  levels: readonly LensLevel[],
): LevelFigures {
  const { due, readiness } = figures;
  return levels.some(({ of }) => of === 'readiness')
    ? { score: readiness, coverage: due.coverage, counts: due.counts }
    : figures;
}

/**
 * The highest level whose score is reached and whose condition holds; a level
 * that asks for no high risk gives way to the next lower one.
 * {@link NOT_ASSESSED} where there is a {@link notAssessedReason}.
 *
 * @public
 */
export function levelOf(
  figures: Pick<Measures, 'score' | 'coverage' | 'counts'>,
  levels: readonly LensLevel[] = DEFAULT_LEVELS,
): string {
  const { score } = figures;
  if (score === null || notAssessedReason(figures) !== null) {
    return NOT_ASSESSED;
  }
  const ladder = sortLevels(levels);
  return (reachedOf(ladder, score, figures.counts.HIGH) ?? ladder[0]).name;
}

/**
 * What a review is short of for its next level.
 * @public
 */
export interface NextLevel {
  name: string;
  /** Points of the score that are missing; 0 where only risks stand in the way. */
  points: number;
  /** High risks that must go first; 0 where the level allows them. */
  high: number;
}

/**
 * The next level up and what is missing to it; null on the highest level, and
 * where there is none because the review is not assessed.
 *
 * @public
 */
export function nextLevelOf(
  figures: Pick<Measures, 'score' | 'coverage' | 'counts'>,
  levels: readonly LensLevel[] = DEFAULT_LEVELS,
): NextLevel | null {
  const { score, counts } = figures;
  if (score === null || notAssessedReason(figures) !== null) {
    return null;
  }
  const ladder = sortLevels(levels);
  const reached = reachedOf(ladder, score, counts.HIGH) ?? ladder[0];
  const next = ladder.at(ladder.indexOf(reached) + 1);
  return next
    ? {
        name: next.name,
        points: Math.max(0, next.from - score),
        high: next.noHigh ? counts.HIGH : 0,
      }
    : null;
}

function reachedOf(
  ladder: readonly LensLevel[],
  score: number,
  high: number,
): LensLevel | undefined {
  return ladder.findLast(
    level => score >= level.from && !(level.noHigh && high > 0),
  );
}

/**
 * Position of a level on its ladder, for sorting: 0 for {@link NOT_ASSESSED}
 * and names the ladder does not have, then 1 for the lowest level upwards.
 *
 * @public
 */
export function levelRank(
  name: string,
  levels: readonly LensLevel[] = DEFAULT_LEVELS,
): number {
  return sortLevels(levels).findIndex(level => level.name === name) + 1;
}

/** Lowest first; an empty ladder is no ladder. */
function sortLevels(levels: readonly LensLevel[]): LensLevel[] {
  const ladder = levels.length > 0 ? levels : DEFAULT_LEVELS;
  return [...ladder].sort((a, b) => a.from - b.from);
}
