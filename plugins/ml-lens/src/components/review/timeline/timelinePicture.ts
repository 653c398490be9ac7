// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Iteration, Milestone, PhaseStatus } from '@ml-lens/lens-model';
import type { PhaseSlip } from '@ml-lens/lens-model/pace';
import type { ModelEvent, TimelineInput, TimelineRange } from './timeDomain';

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

/** What was planned for a phase: thin, under what happened. */
export interface TimelinePlan {
  kind: 'plan';
  id: string;
  phaseId: string;
  slip: PhaseSlip;
  x: number;
  y: number;
  width: number;
  height: number;
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

/** What became of models, where it stands in the picture. */
export interface TimelineModelMark {
  kind: 'model';
  id: string;
  /** Events too close to be told apart share a mark; in their order. */
  events: ModelEvent[];
  /** The one of them that needs somebody most. */
  shows: ModelEvent['kind'];
  x: number;
  y: number;
}

/** The return to an earlier phase after an evaluation. */
export interface TimelineLoop {
  id: string;
  from: { phaseId: string; x: number; y: number };
  to: { phaseId: string; iteration: number; x: number; y: number };
}

export type TimelineMark =
  | TimelineBar
  | TimelinePlan
  | TimelineTarget
  | TimelineFlag
  | TimelineModelMark;

export interface TimelineLane {
  phase: TimelineInput['phases'][number];
  status: PhaseStatus;
  late: boolean;
  y: number;
  height: number;
  /** Where the name of the phase stands; above the bars on a narrow picture. */
  label: { x: number; y: number; width: number; height: number };
  bars: TimelineBar[];
  plan: TimelinePlan | null;
  target: TimelineTarget | null;
  /** From the missed target (or the left edge) to `at`. */
  lateZone: { x: number; y: number; width: number; height: number } | null;
}

/** Neighbouring lanes of one CRISP-DM phase. */
export interface TimelineGroup {
  /** Names as the lens gives them, none of them in another group. */
  crispDm: string[];
  y: number;
  height: number;
  lanes: TimelineLane[];
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
  models: TimelineModelMark[];
  loops: TimelineLoop[];
  /** Marks in reading order, row by row, for moving with the arrow keys. */
  rows: TimelineMark[][];
}
