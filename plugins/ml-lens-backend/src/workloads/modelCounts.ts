// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';

/** How many models of a workload are so, as lists say it. */
export type ModelCounts = NonNullable<OrgRow['models']>;

/** A row of `model_counts`. */
export interface ModelCountsRow {
  workload_id: string;
  models: number;
  no_card: number;
  not_approved: number;
  silent: number;
  firing: number;
  missing: number;
}

/** What lists say of the models of workloads, by workload. */
export function modelCountsOf(
  rows: readonly ModelCountsRow[],
): Map<string, ModelCounts> {
  return new Map(rows.map(row => [row.workload_id, toModelCounts(row)]));
}

function toModelCounts(row: ModelCountsRow): ModelCounts {
  return {
    count: row.models,
    noCard: row.no_card,
    notApproved: row.not_approved,
    silent: row.silent,
    firing: row.firing,
    missing: row.missing,
  };
}
