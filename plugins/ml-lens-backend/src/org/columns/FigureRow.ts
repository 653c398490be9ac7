// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** A scorecard as it is read, now, at an instant or over some days. */
export interface FigureRow {
  /** As reviews/projection/practiceStates writes it. */
  states: string;
  score: number | null;
  readiness: number | null;
  currentPhase: string | null;
  /** Answers somebody is to confirm. */
  toConfirm: number;
  unanswered: number;
  high: number;
  medium: number;
  none: number;
  notApplicable: number;
  practicesInPlace: number;
  practicesApplicable: number;
  level: string;
  levelRank: number | null;
  /** Instants, in milliseconds. */
  updatedAt: number | null;
  answeredAt: number | null;
  /** Target days by phase, see {@link dayNumber}. */
  targets: ReadonlyMap<string, number>;
  /** Since when phases are worked on, by phase, in milliseconds. */
  openSince: ReadonlyMap<string, number>;
  /** First day it held at the end of, and the first it did not. */
  from: number;
  to: number;
}

/** What is in a table beside the figures. */
export interface TableKind {
  /** Every answer and practice, and what each practice would bring. */
  details: boolean;
}
