import type {
  Iteration,
  Milestone,
  PhaseState,
  PhaseStatus,
} from '@ml-lens/lens-model';
import { scaleTime } from '@visx/scale';
import { DateTime } from 'luxon';
import {
  type TimelineInput,
  type TimelineRange,
  timeDomain,
} from './timeDomain';

export type { TimelineInput };

export interface TimelineSize {
  /** Width of the whole picture in pixels. */
  width: number;
  range: TimelineRange;
}

export interface TimelineBar {
  kind: 'bar';
  /** Unique within the picture, e.g. `model_training/2`. */
  id: string;
  phaseId: string;
  iteration: Iteration;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Still running at `at`. */
  open: boolean;
  /** Begun before the visible range. */
  clipped: boolean;
}

export interface TimelineTarget {
  kind: 'target';
  id: string;
  phaseId: string;
  /** `2026-03-20` */
  date: string;
  state: 'met' | 'late' | 'ahead';
  x: number;
  y: number;
}

export interface TimelineFlag {
  kind: 'flag';
  id: string;
  /** Milestones too close to be told apart share a flag. */
  milestones: Milestone[];
  x: number;
  y: number;
}

export type TimelineMark = TimelineBar | TimelineTarget | TimelineFlag;

export interface TimelineLane {
  phase: TimelineInput['phases'][number];
  status: PhaseStatus;
  late: boolean;
  y: number;
  height: number;
  /** Where the name of the phase stands; above the bars on a narrow picture. */
  label: { x: number; y: number; width: number; height: number };
  bars: TimelineBar[];
  target: TimelineTarget | null;
  /** From the missed target (or the left edge) to `at`. */
  lateZone: { x: number; y: number; width: number; height: number } | null;
}

/** Neighbouring lanes of one CRISP-DM phase. */
export interface TimelineGroup {
  /** Name as the lens gives it; null where it gives none. */
  crispDm: string | null;
  y: number;
  height: number;
  lanes: TimelineLane[];
}

/** The return to an earlier phase after an evaluation. */
export interface TimelineLoop {
  id: string;
  from: { phaseId: string; x: number; y: number };
  to: { phaseId: string; iteration: number; x: number; y: number };
}

export interface TimelineLayout {
  width: number;
  height: number;
  compact: boolean;
  domain: [Date, Date];
  plot: { x: number; y: number; width: number; height: number };
  /** x of an instant. */
  x(date: Date): number;
  today: number;
  groups: TimelineGroup[];
  flags: TimelineFlag[];
  loops: TimelineLoop[];
  /** Marks in reading order, row by row, for moving with the arrow keys. */
  rows: TimelineMark[][];
}

/** Below this the names of the phases go above their bars. */
const COMPACT_BELOW = 500;
/** For the longest names of the built-in lens in two lines. */
const LABEL_WIDTH = 204;
const LABEL_HEIGHT = 20;
const BAR_HEIGHT = 20;
const BAR_MIN_WIDTH = 8;
const LANE_HEIGHT = 36;
/** Room above the bar of a lane; below it is that of the target. */
const BAR_TOP = 4;
/** Beside the bar, so that it covers neither icon nor number. */
const TARGET_BELOW = 6;
const GROUP_HEAD = 19;
const GROUP_GAP = 5;
const FLAGS_HEIGHT = 26;
const AXIS_HEIGHT = 26;
const RIGHT = 12;
const FLAG_MERGE = 18;

/** How long after an evaluation ended a new iteration still counts as its effect. */
const LOOP_WITHIN_DAYS = 21;

/**
 * Where everything of the phase timeline stands, in pixels. Pure: the same
 * review at the same width gives the same picture.
 *
 * Lanes keep the order of the lens (its lifecycle); neighbours of one CRISP-DM
 * phase share a group. Open iterations run to `at`.
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

  const top = input.milestones.length > 0 ? FLAGS_HEIGHT : 4;
  let y = top;
  const groups: TimelineGroup[] = [];
  for (const phase of input.phases) {
    const crispDm = phase.crispDm?.[0] ?? null;
    let group = groups.at(-1);
    if (!group || group.crispDm !== crispDm) {
      if (group) y += GROUP_GAP;
      group = { crispDm, y, height: 0, lanes: [] };
      groups.push(group);
      y += crispDm === null ? 0 : GROUP_HEAD;
    }
    const lane = laneOf({
      phase,
      state: states.get(phase.id),
      y,
      compact,
      domain,
      x,
      now,
      plot: { x: plotX, width: plotWidth },
    });
    group.lanes.push(lane);
    y += lane.height;
    group.height = y - group.y;
  }

  const flags = flagsOf(input.milestones, domain, x, top - FLAGS_HEIGHT + 4);
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
    loops: loopsOf(lanes, x),
    rows: [flags, ...lanes.map(marksOf)].filter(row => row.length > 0),
  };
}

function laneOf(options: {
  phase: TimelineLane['phase'];
  state: PhaseState | undefined;
  y: number;
  compact: boolean;
  domain: [Date, Date];
  x: (date: Date) => number;
  now: Date;
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

function targetState(state: PhaseState): TimelineTarget['state'] {
  if (state.status === 'COMPLETE') return 'met';
  return state.late ? 'late' : 'ahead';
}

function marksOf(lane: TimelineLane): TimelineMark[] {
  const marks: (TimelineBar | TimelineTarget)[] = [...lane.bars];
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

/**
 * CRISP-DM's loops: an iteration after the first, of a phase before evaluation,
 * that began while an evaluation was running or soon after it ended. One that
 * somebody began by hand says itself why, and is none.
 */
function loopsOf(
  lanes: TimelineLane[],
  x: (date: Date) => number,
): TimelineLoop[] {
  const evaluation = lanes.findIndex(lane =>
    lane.phase.crispDm?.some(name => name.toLowerCase() === 'evaluation'),
  );
  if (evaluation < 0) return [];
  return lanes.slice(0, evaluation).flatMap(lane =>
    lane.bars.flatMap((bar): TimelineLoop[] => {
      const { number, reason } = bar.iteration;
      if (number < 2 || reason || bar.clipped) return [];
      const started = DateTime.fromISO(bar.iteration.startedAt);
      const cause = lanes[evaluation].bars.findLast(
        ({ iteration }) =>
          DateTime.fromISO(iteration.startedAt) <= started &&
          (iteration.endedAt === null ||
            DateTime.fromISO(iteration.endedAt).plus({
              days: LOOP_WITHIN_DAYS,
            }) >= started),
      );
      if (!cause) return [];
      const ended = cause.iteration.endedAt
        ? DateTime.fromISO(cause.iteration.endedAt)
        : started;
      return [
        {
          id: bar.id,
          from: {
            phaseId: cause.phaseId,
            x: x(DateTime.min(ended, started).toJSDate()),
            y: cause.y,
          },
          to: {
            phaseId: lane.phase.id,
            iteration: bar.iteration.number,
            x: bar.x,
            y: bar.y + bar.height,
          },
        },
      ];
    }),
  );
}

/** A target is missed when its day is over, in UTC as on the server. */
function endOfTarget(date: string): Date {
  return DateTime.fromISO(date, { zone: 'utc' }).endOf('day').toJSDate();
}

function dateOf(iso: string): Date {
  return DateTime.fromISO(iso).toJSDate();
}
