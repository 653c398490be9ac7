// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Milestone, PhaseState } from '@ml-lens/lens-model';
import { slipOf } from '@ml-lens/lens-model/pace';
import { scaleTime } from '@visx/scale';
import { DateTime } from 'luxon';
import { modelMarksOf } from './modelMarks';
import { loopsOf } from './timelineLoops';
import { type TimelineInput, timeDomain } from './timeDomain';
import type {
  TimelineSize,
  TimelineBar,
  TimelinePlan,
  TimelineTarget,
  TimelineFlag,
  TimelineMark,
  TimelineLane,
  TimelineGroup,
  TimelineLayout,
} from './timelinePicture';

/** Below this the names of the phases go above their bars. */
const COMPACT_BELOW = 500;
/** For the longest names of the built-in lens in two lines. */
const LABEL_WIDTH = 204;
const LABEL_HEIGHT = 20;
const BAR_HEIGHT = 20;
const BAR_MIN_WIDTH = 8;
const PLAN_HEIGHT = 4;
const LANE_HEIGHT = 36;
/** Room above the bar of a lane; below it is that of the plan and the target. */
const BAR_TOP = 4;
/** Beside the bar, so that it covers neither icon nor number. */
const TARGET_BELOW = 6;
const GROUP_HEAD = 19;
const GROUP_GAP = 5;
const FLAGS_HEIGHT = 26;
const MODELS_HEIGHT = 22;
const AXIS_HEIGHT = 26;
const RIGHT = 12;
const FLAG_MERGE = 18;

/**
 * Where everything of the phase timeline stands, in pixels. Pure: the same
 * review at the same width gives the same picture.
 *
 * Lanes keep the order of the lens (its lifecycle); neighbours of one CRISP-DM
 * phase share a group, and so do those of phases that take turns. Open iterations run to `at`.
 */
export function timelineLayout(
  input: TimelineInput,
  size: TimelineSize,
): TimelineLayout {
  const { width } = size;
  const compact = width < COMPACT_BELOW;
  const domain = timeDomain(input, size.range);
  const plotX = compact ? 8 : LABEL_WIDTH;
  const plotWidth = Math.max(width - plotX - RIGHT, 40);
  const scale = scaleTime({
    domain,
    range: [plotX, plotX + plotWidth],
    clamp: true,
  });
  const x = (date: Date) => scale(date);
  const now = DateTime.fromISO(input.at).toJSDate();
  const states = new Map(input.states.map(state => [state.id, state]));

  const flagsBottom = input.milestones.length > 0 ? FLAGS_HEIGHT : 4;
  const models = modelMarksOf(input.models, domain, x, flagsBottom + 2);
  const top = flagsBottom + (models.length > 0 ? MODELS_HEIGHT : 0);
  let y = top;
  const groups: TimelineGroup[] = [];
  const names = input.phases.map(phase => phase.crispDm?.[0]);
  for (const [index, phase] of input.phases.entries()) {
    let group = groups.at(-1);
    if (!group || isBetweenGroups(names, index)) {
      if (group) y += GROUP_GAP;
      group = { crispDm: groupNames(names, index), y, height: 0, lanes: [] };
      groups.push(group);
      y += group.crispDm.length === 0 ? 0 : GROUP_HEAD;
    }
    const lane = laneOf({
      phase,
      state: states.get(phase.id),
      y,
      compact,
      domain,
      x,
      now,
      at: input.at,
      plot: { x: plotX, width: plotWidth },
    });
    group.lanes.push(lane);
    y += lane.height;
    group.height = y - group.y;
  }

  const flags = flagsOf(
    input.milestones,
    domain,
    x,
    flagsBottom - FLAGS_HEIGHT + 4,
  );
  const lanes = groups.flatMap(group => group.lanes);
  return {
    width,
    height: y + AXIS_HEIGHT,
    compact,
    domain,
    plot: { x: plotX, y: top, width: plotWidth, height: y - top },
    x,
    today: x(now),
    groups,
    flags,
    models,
    loops: loopsOf(lanes, x),
    rows: [flags, models, ...lanes.map(marksOf)].filter(row => row.length > 0),
  };
}

/** Whether nothing before a place has the name of something from there on. */
function isBetweenGroups(names: (string | undefined)[], index: number) {
  const isNameless = (at: number) => names[at] === undefined;
  if (isNameless(index) && isNameless(index - 1)) return false;
  const later = new Set(names.slice(index));
  return !names
    .slice(0, index)
    .some(name => name !== undefined && later.has(name));
}

/** Each name of the group that begins at a place, once. */
function groupNames(names: (string | undefined)[], start: number): string[] {
  let end = start + 1;
  while (end < names.length && !isBetweenGroups(names, end)) end++;
  return [...new Set(names.slice(start, end).flatMap(name => name ?? []))];
}

function laneOf(options: {
  phase: TimelineLane['phase'];
  state: PhaseState | undefined;
  y: number;
  compact: boolean;
  domain: [Date, Date];
  x: (date: Date) => number;
  now: Date;
  at: string;
  plot: { x: number; width: number };
}): TimelineLane {
  const { phase, state, y, compact, domain, x, now, plot } = options;
  const head = compact ? LABEL_HEIGHT : 0;
  const barY = y + head + BAR_TOP;
  const targetAt = state?.targetDate ? endOfTarget(state.targetDate) : null;
  const late = state?.late ?? false;
  return {
    phase,
    status: state?.status ?? 'NOT_STARTED',
    late,
    y,
    height: head + LANE_HEIGHT,
    label: compact
      ? { x: plot.x, y, width: plot.width, height: LABEL_HEIGHT }
      : { x: 0, y, width: LABEL_WIDTH - 12, height: LANE_HEIGHT },
    bars: (state?.iterations ?? []).flatMap((iteration): TimelineBar[] => {
      const start = dateOf(iteration.startedAt);
      const end = iteration.endedAt ? dateOf(iteration.endedAt) : now;
      if (end < domain[0] || start > domain[1]) return [];
      const from = x(start);
      // A bar of one afternoon is still a bar one can see and point at.
      const barWidth = Math.max(x(end) - from, BAR_MIN_WIDTH);
      return [
        {
          kind: 'bar',
          id: `${phase.id}/${iteration.number}`,
          phaseId: phase.id,
          iteration,
          x: Math.min(from, plot.x + plot.width - barWidth),
          y: barY,
          width: barWidth,
          height: BAR_HEIGHT,
          open: iteration.endedAt === null,
          clipped: start < domain[0],
        },
      ];
    }),
    plan: state
      ? planOf(state, options, barY + BAR_HEIGHT + 1, targetAt ?? undefined)
      : null,
    target:
      state && targetAt && targetAt >= domain[0] && targetAt <= domain[1]
        ? {
            kind: 'target',
            id: `${phase.id}/target`,
            phaseId: phase.id,
            date: state.targetDate!,
            state: targetState(state),
            x: x(targetAt),
            y: barY + BAR_HEIGHT + TARGET_BELOW,
          }
        : null,
    lateZone:
      late && targetAt && now > targetAt
        ? {
            x: x(targetAt),
            y: barY - 5,
            width: Math.max(x(now) - x(targetAt), 2),
            height: BAR_HEIGHT + 10,
          }
        : null,
  };
}

/** From the planned start to the target; a point where only the start is known. */
function planOf(
  state: PhaseState,
  {
    at,
    domain,
    x,
  }: { at: string; domain: [Date, Date]; x(date: Date): number },
  y: number,
  targetAt: Date | undefined,
): TimelinePlan | null {
  if (state.plannedStart === null) return null;
  const start = DateTime.fromISO(state.plannedStart, {
    zone: 'utc',
  }).toJSDate();
  const end = targetAt ?? start;
  if (end < domain[0] || start > domain[1]) return null;
  return {
    kind: 'plan',
    id: `${state.id}/plan`,
    phaseId: state.id,
    slip: slipOf(state, at),
    x: x(start),
    y,
    width: Math.max(x(end) - x(start), PLAN_HEIGHT),
    height: PLAN_HEIGHT,
  };
}

/** Whether a target is met, missed, or still ahead. */
export function targetState(state: PhaseState): TimelineTarget['state'] {
  if (state.status === 'COMPLETE') return 'met';
  return state.late ? 'late' : 'ahead';
}

function marksOf(lane: TimelineLane): TimelineMark[] {
  const marks: (TimelineBar | TimelinePlan | TimelineTarget)[] = [...lane.bars];
  if (lane.plan) marks.push(lane.plan);
  if (lane.target) marks.push(lane.target);
  return marks.sort((a, b) => a.x - b.x);
}

function flagsOf(
  milestones: readonly Milestone[],
  domain: [Date, Date],
  x: (date: Date) => number,
  y: number,
): TimelineFlag[] {
  const flags: TimelineFlag[] = [];
  const shown = milestones
    .map(milestone => ({ milestone, date: dateOf(milestone.recordedAt) }))
    .filter(({ date }) => date >= domain[0] && date <= domain[1])
    .sort((a, b) => a.date.getTime() - b.date.getTime());
  for (const { milestone, date } of shown) {
    const last = flags.at(-1);
    const at = x(date);
    if (last && at - last.x < FLAG_MERGE) {
      last.milestones.push(milestone);
    } else {
      flags.push({
        kind: 'flag',
        id: `milestone/${milestone.id}`,
        milestones: [milestone],
        x: at,
        y,
      });
    }
  }
  return flags;
}

/** A target is missed when its day is over, in UTC as on the server. */
function endOfTarget(date: string): Date {
  return DateTime.fromISO(date, { zone: 'utc' }).endOf('day').toJSDate();
}

function dateOf(iso: string): Date {
  return DateTime.fromISO(iso).toJSDate();
}
