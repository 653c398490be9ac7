// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { dayOf } from '../../clock';
import type { ScorecardHistoryRow } from '../rows';

/*
 * The history of a scorecard has one row for each day with an event: reviews
 * are answered in bursts, and what a row says beside the score is asked for as
 * of the ends of days. What the score was after the events in front of the last
 * one of the day stands in the column `points`, so short that it can be
 * appended to without being read.
 */

/** The score of a review after one event. */
export interface HistoryPoint {
  seq: number;
  at: string;
  score: number | null;
  coverage: number;
  level: string;
  answeredAt: string | null;
}

/**
 * `[milliseconds of the day, score, answered, applicable, level, answered at]`;
 * the level is left out, or null, where the next event left it as it is, and
 * the last where it is the instant of the point.
 */
type PackedPoint = [
  number,
  number | null,
  number,
  number,
  (string | null)?,
  (string | null)?,
];

/** What points are read from. */
export const POINT_COLUMNS = [
  'seq',
  'valid_from',
  'score',
  'high',
  'medium',
  'none',
  'unanswered',
  'level',
  'answered_at',
  'points',
] as const satisfies readonly (keyof ScorecardHistoryRow)[];

type DayRow = Pick<ScorecardHistoryRow, (typeof POINT_COLUMNS)[number]>;

/** The row of a day, without what was before on that day. */
type LastOfDay = Omit<DayRow, 'points' | 'seq'>;

/** The scores of a day, oldest first. */
export function pointsOf(row: DayRow): HistoryPoint[] {
  const day = Date.parse(dayOf(row.valid_from));
  const packed: PackedPoint[] = JSON.parse(`[${row.points.slice(0, -1)}]`);
  const { answered, applicable } = countsOf(row);
  let next: HistoryPoint = {
    seq: row.seq,
    at: row.valid_from,
    score: row.score,
    coverage: coverageOf(answered, applicable),
    level: row.level,
    answeredAt: row.answered_at,
  };
  const points = [next];
  for (const [ms, score, some, all, level, answeredAt] of packed.reverse()) {
    const at = new Date(day + ms).toISOString();
    next = {
      seq: next.seq - 1,
      at,
      score,
      coverage: coverageOf(some, all),
      level: level ?? next.level,
      answeredAt: answeredAt === undefined ? at : answeredAt,
    };
    points.push(next);
  }
  return points.reverse();
}

/**
 * The score as of an instant, from the row of the first day that lasted longer;
 * undefined before the first event of that day.
 */
export function pointAt(row: DayRow, at: string): HistoryPoint | undefined {
  return pointsOf(row).findLast(point => point.at <= at);
}

/** When the first event of a day happened. */
export function beginOf(row: DayRow): string {
  return pointsOf(row)[0].at;
}

/** Whether a row goes on with the day of the one in front of it. */
export function isSameDay(
  previous: Pick<DayRow, 'valid_from'>,
  row: Pick<DayRow, 'valid_from'>,
): boolean {
  return dayOf(previous.valid_from) === dayOf(row.valid_from);
}

/** What the points of a day are behind those of a row in front of it. */
export function pointsAfter(previous: LastOfDay, row: DayRow): string {
  const { valid_from: at, score, level, answered_at: answeredAt } = previous;
  const { answered, applicable } = countsOf(previous);
  const { level: nextLevel } = pointsOf(row)[0];
  const point: PackedPoint = [
    Date.parse(at) - Date.parse(dayOf(at)),
    score,
    answered,
    applicable,
  ];
  if (level !== nextLevel || answeredAt !== at) {
    point.push(level === nextLevel ? null : level);
  }
  if (answeredAt !== at) {
    point.push(answeredAt);
  }
  return `${JSON.stringify(point)},${row.points}`;
}

/**
 * Adds what became of a scorecard to its days: the last one goes on, or ends
 * where the row begins.
 */
export function addToDays(
  days: ScorecardHistoryRow[],
  row: ScorecardHistoryRow,
): void {
  const previous = days.at(-1);
  if (previous && isSameDay(previous, row)) {
    days[days.length - 1] = {
      ...row,
      points: previous.points + pointsAfter(previous, row),
    };
    return;
  }
  if (previous) {
    previous.valid_to = beginOf(row);
  }
  days.push(row);
}

function countsOf({
  high,
  medium,
  none,
  unanswered,
}: Pick<DayRow, 'high' | 'medium' | 'none' | 'unanswered'>) {
  const answered = high + medium + none;
  return { answered, applicable: answered + unanswered };
}

/** As of a scorecard. */
function coverageOf(answered: number, applicable: number): number {
  return applicable === 0 ? 0 : answered / applicable;
}
