// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import { instantOf, type OrgScope } from './OrgScope';

/** Whether the review of an entry is to be looked at again. */
export type DueTest = (table: FigureTable, entry: number) => boolean;

/** By the latest answer of the entry itself; retired workloads are never due. */
export function dueByAnswer({ workloads }: OrgView, scope: OrgScope): DueTest {
  const { freshness } = scope;
  const cutoff = Date.parse(freshness.cutoff(instantOf(scope)));
  return ({ answeredAt, workload }, entry) =>
    answeredAt[entry] <= cutoff &&
    !freshness.isRetired(workloads.facts(workload[entry])!.lifecycle);
}

/** Whether the review an entry is of is due now, whenever the entry held. */
export function dueNow(now: OrgView, scope: OrgScope): DueTest {
  const isDue = dueByAnswer(now, scope);
  const due = new Map<string, Set<number>>();
  for (const table of now.tables) {
    const workloads = due.get(table.lens.id) ?? new Set();
    due.set(table.lens.id, workloads);
    for (let entry = 0; entry < table.length; entry++) {
      const workload = table.workload[entry];
      if (now.workloads.facts(workload) && isDue(table, entry)) {
        workloads.add(workload);
      }
    }
  }
  return ({ lens, workload }, entry) =>
    due.get(lens.id)?.has(workload[entry]) === true;
}
