// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PhaseStatus } from '@ml-lens/lens-model';

/** Places in `FigureTable.counts`. */
export const COUNT = {
  unanswered: 0,
  high: 1,
  medium: 2,
  none: 3,
  notApplicable: 4,
} as const;
export const COUNTS = Object.keys(COUNT).length;

/** Statuses of phases, by what `FigureTable.status` holds. */
export const PHASE_STATUSES: readonly PhaseStatus[] = [
  'NOT_STARTED',
  'IN_PROGRESS',
  'AT_RISK',
  'COMPLETE',
];
export const COMPLETE = PHASE_STATUSES.indexOf('COMPLETE');

/** Practices as `FigureTable.practices` holds them. */
export const PRACTICE = {
  unjudged: 0,
  met: 1,
  /** Not in place, of a question at no risk, at medium and at high risk. */
  unmet: 2,
  unmetMedium: 3,
  unmetHigh: 4,
} as const;

/** Stands for no score and no rank. */
export const NO_VALUE = -1;
/** Stands for no day, and is after all. */
export const NEVER = 2 ** 31 - 1;
