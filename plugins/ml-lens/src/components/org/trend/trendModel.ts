// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { TrendPoint } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Risk } from '@ml-lens/lens-model';
import { DateTime } from 'luxon';

export const METRICS = [
  'score',
  'readiness',
  'coverage',
  'risks',
  'levels',
] as const;
export type Metric = (typeof METRICS)[number];

export const STEPS = ['week', 'month'] as const;
export const RANGES = ['12m', '3m', '6m', '24m'] as const;
export const LINES = [
  'all',
  'owner',
  'system',
  'domain',
  'lifecycle',
  'tag',
] as const;

/** Groups whose lines are shown until others are chosen. */
export const SHOWN_AT_FIRST = 6;

/** Bottom to top, so that the worst is what grows from the ground. */
export const STACKED_RISKS: Risk[] = ['HIGH', 'MEDIUM', 'UNANSWERED', 'NONE'];

/** The first day of a range that ends now, as the API takes it. */
export function startOf(
  range: (typeof RANGES)[number],
  now: DateTime = DateTime.utc(),
): string {
  return now.minus({ months: Number.parseInt(range, 10) }).toISODate()!;
}

/** Value of a line at a date; null before there were workloads. */
export function valueOf(
  point: TrendPoint | undefined,
  metric: 'score' | 'readiness' | 'coverage' | 'risks',
): number | null {
  if (!point || point.workloads === 0) return null;
  if (metric === 'risks') return point.counts.HIGH;
  return point[metric];
}
