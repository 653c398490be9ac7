// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { COUNTS } from './figureCodes';
import type { TableKind } from './FigureRow';

/** How many values each column of a table has for an entry. */
export function stridesOf(
  { details }: TableKind,
  of: { phases: number; practices: number; unmetBytes: number; codes: number },
) {
  const withDetails = (values: number) => (details ? values : 0);
  return {
    workload: 1,
    score: 1,
    readiness: 1,
    currentPhase: 1,
    toConfirm: withDetails(1),
    counts: COUNTS,
    practicesInPlace: 1,
    practicesApplicable: 1,
    level: 1,
    levelRank: 1,
    updatedAt: withDetails(1),
    answeredAt: withDetails(1),
    from: details ? 0 : 1,
    to: details ? 0 : 1,
    status: of.phases,
    phaseScore: of.phases,
    phaseAnswered: of.phases,
    phaseApplicable: of.phases,
    target: of.phases,
    openSince: withDetails(of.phases),
    unmet: of.unmetBytes,
    codes: withDetails(of.codes),
    practices: withDetails(of.practices),
    gains: withDetails(of.practices),
  };
}

/** The columns of a table. */
export type ColumnName = keyof ReturnType<typeof stridesOf>;
