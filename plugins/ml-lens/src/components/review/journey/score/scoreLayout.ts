// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensResponse,
  ScorePoint,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Milestone } from '@ml-lens/lens-model';
import { scaleLinear, scaleTime } from '@visx/scale';

export type ScoreHistory = MlLensResponse<'getScoreHistory'>;
type Upgrade = ScoreHistory['upgrades'][number];

export interface XY {
  x: number;
  y: number;
}

/** Milestones and upgrades so close together that one flag stands for them. */
export interface ScoreMark {
  id: string;
  x: number;
  milestones: Milestone[];
  upgrades: Upgrade[];
}

export interface ScoreLayout {
  width: number;
  height: number;
  plot: { x: number; y: number; width: number; height: number };
  domain: [Date, Date];
  /** Where each point of the history is; `yScore` is null without a score. */
  points: {
    point: ScorePoint;
    x: number;
    yScore: number | null;
    yCoverage: number;
  }[];
  /** Corners of the step curves; the score is in parts where it is missing. */
  score: XY[][];
  coverage: XY[];
  marks: ScoreMark[];
  /** Where the instant that is looked at is; null where it is off the chart. */
  at: number | null;
  yOf(percent: number): number;
}

const HEIGHT = 236;
const MARGIN = { top: 28, right: 14, bottom: 26, left: 34 };
/** Flags nearer than this cannot be told apart. */
const MARK_GAP = 16;
const DAY = 24 * 60 * 60 * 1000;

/** A value holds until the next one: two corners for every change. */
function steps(points: XY[], end: number): XY[] {
  const corners = points.flatMap((point, index) =>
    index === 0 ? [point] : [{ x: point.x, y: points[index - 1].y }, point],
  );
  const last = points.at(-1);
  return last ? [...corners, { x: end, y: last.y }] : [];
}

function marksOf(
  { milestones, upgrades }: ScoreHistory,
  xOf: (instant: string) => number,
): ScoreMark[] {
  const single = [
    ...milestones.map(milestone => ({
      id: milestone.id,
      x: xOf(milestone.recordedAt),
      milestones: [milestone],
      upgrades: [],
    })),
    ...upgrades.map(upgrade => ({
      id: `upgrade-${upgrade.at}`,
      x: xOf(upgrade.at),
      milestones: [],
      upgrades: [upgrade],
    })),
  ].sort((a, b) => a.x - b.x);
  const marks: ScoreMark[] = [];
  for (const mark of single) {
    const last = marks.at(-1);
    if (last && mark.x - last.x < MARK_GAP) {
      last.milestones.push(...mark.milestones);
      last.upgrades.push(...mark.upgrades);
    } else {
      marks.push({ ...mark });
    }
  }
  return marks;
}

/**
 * Where everything of the picture is, in pixels. Step curves, since a score
 * stays what it is until the next answer.
 *
 * @param now - the right end, RFC 3339
 * @param at - the instant the page shows, where that is not now
 */
export function scoreLayout(
  history: ScoreHistory,
  options: { width: number; now: string; at?: string },
): ScoreLayout {
  const { width, now, at } = options;
  const plot = {
    x: MARGIN.left,
    y: MARGIN.top,
    width: Math.max(width - MARGIN.left - MARGIN.right, 1),
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
  };
  const end = new Date(now);
  const first = history.points[0]?.at ?? now;
  // A review of today still has a day to be drawn on.
  const start = new Date(Math.min(Date.parse(first), end.getTime() - DAY));
  const x = scaleTime({
    domain: [start, end],
    range: [plot.x, plot.x + plot.width],
  });
  const y = scaleLinear({
    domain: [0, 100],
    range: [plot.y + plot.height, plot.y],
  });
  const xOf = (instant: string) => x(new Date(instant));
  const points = history.points.map(point => ({
    point,
    x: xOf(point.at),
    yScore: point.score === null ? null : y(point.score),
    yCoverage: y(point.coverage * 100),
  }));

  const right = plot.x + plot.width;
  const score: XY[][] = [];
  let part: XY[] = [];
  for (const { x: left, yScore } of points) {
    if (yScore === null) {
      if (part.length > 0) score.push(steps(part, left));
      part = [];
    } else {
      part.push({ x: left, y: yScore });
    }
  }
  if (part.length > 0) score.push(steps(part, right));

  const atX = at === undefined ? null : xOf(at);
  return {
    width,
    height: HEIGHT,
    plot,
    domain: [start, end],
    points,
    score,
    coverage: steps(
      points.map(point => ({ x: point.x, y: point.yCoverage })),
      right,
    ),
    marks: marksOf(history, xOf),
    at: atX !== null && atX >= plot.x && atX <= right ? atX : null,
    yOf: percent => y(percent),
  };
}

/** Index of the point that holds at `x`: the last one not right of it. */
export function pointAt(
  points: readonly Pick<XY, 'x'>[],
  x: number,
): number | undefined {
  if (points.length === 0) return undefined;
  const index = points.findIndex(point => point.x > x);
  if (index < 0) return points.length - 1;
  return Math.max(index - 1, 0);
}

/** How near to a flag the pointer means it rather than what lies beside it. */
const FLAG_REACH = 7;

/**
 * Index of the point meant at `x`: that of a flag there, else the nearest one,
 * so that a change is met from both sides.
 */
export function pointMeant(
  { points, marks }: Pick<ScoreLayout, 'points' | 'marks'>,
  x: number,
): number | undefined {
  const flag = marks.find(mark => Math.abs(mark.x - x) <= FLAG_REACH);
  const at = flag?.milestones[0]?.recordedAt ?? flag?.upgrades[0]?.at;
  const flagged = points.findIndex(({ point }) => point.at === at);
  if (flagged >= 0) return flagged;
  const index = pointAt(points, x);
  if (index === undefined) return undefined;
  const next = points[index + 1];
  return next && next.x - x < x - points[index].x ? index + 1 : index;
}
