// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { visibleText } from '@ml-lens/lens-model/proposals';
import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { stringify } from 'csv-stringify/sync';

type Cell = string | number | null;

/** Columns every scorecard has, in the order they are written. */
const COLUMNS: Record<string, (row: OrgRow) => Cell> = {
  workload: row => row.workloadId,
  title: row => row.title,
  entity: row => row.entityRef,
  owner: row => row.owner,
  system: row => row.system,
  domain: row => row.domain,
  lifecycle: row => row.lifecycle,
  tags: row => row.tags.join(' '),
  lens: row => row.lens.id,
  lens_version: row => row.lens.version,
  score: row => row.score,
  coverage: row => row.coverage,
  level: row => row.level,
  high: row => row.counts.HIGH,
  medium: row => row.counts.MEDIUM,
  none: row => row.counts.NONE,
  unanswered: row => row.counts.UNANSWERED,
  not_applicable: row => row.counts.NOT_APPLICABLE,
  updated_at: row => row.updatedAt,
};

function idsOf(rows: OrgRow[], part: 'pillars' | 'phases'): string[] {
  return [...new Set(rows.flatMap(row => Object.keys(row[part])))];
}

/** What would work on a terminal instead of being seen stands as its number. */
function shown<Value>(value: Value): Value | string {
  return typeof value === 'string' ? visibleText(value) : value;
}

/**
 * Scorecards as CSV with a header: one row per workload and lens, a score per
 * pillar, a score and a status per phase. Cells are empty where a lens has no
 * such pillar or phase. What a spreadsheet would run as a formula is defused.
 */
export function scorecardsCsv(rows: OrgRow[]): string {
  const columns: typeof COLUMNS = { ...COLUMNS };
  for (const id of idsOf(rows, 'pillars')) {
    columns[`pillar:${id}`] = row => row.pillars[id] ?? null;
  }
  for (const id of idsOf(rows, 'phases')) {
    columns[`phase:${id}`] = row => row.phases[id]?.score ?? null;
    columns[`phase:${id}:status`] = row => row.phases[id]?.status ?? null;
  }
  return stringify(
    rows.map(row => Object.values(columns).map(cellOf => shown(cellOf(row)))),
    {
      header: true,
      columns: Object.keys(columns),
      escape_formulas: true,
    },
  );
}
