import type { LensLevel } from '../lens/document';

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
 * The figures a level is decided by.
 * @public
 */
export interface LevelInput {
  score: number | null;
  coverage: number;
  /** Questions at high risk. */
  high: number;
}

/**
 * The highest level whose score is reached and whose condition holds; a level
 * that asks for no high risk gives way to the next lower one. Without a score,
 * or with less than half of the questions answered, {@link NOT_ASSESSED}.
 *
 * @public
 */
export function levelOf(
  { score, coverage, high }: LevelInput,
  levels: readonly LensLevel[] = DEFAULT_LEVELS,
): string {
  if (score === null || coverage < ASSESSED_COVERAGE) {
    return NOT_ASSESSED;
  }
  const ladder = sortLevels(levels);
  const reached = ladder.filter(
    level => score >= level.from && !(level.noHigh && high > 0),
  );
  return (reached.at(-1) ?? ladder[0]).name;
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
