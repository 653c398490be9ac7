// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { yieldToEventLoop } from '../../database/sql';
import type { OrgView } from '../columns/OrgColumns';
import { lensesInUse, type LensInUse } from './columns';
import { inOrderOf } from './lists';
import {
  type Hit,
  hitsOf,
  orderBy,
  type OrgListRequest,
  rowsOf,
} from './orgPage';
import { select } from './select';

/** A scorecard by name: its place may be another when it is looked at. */
interface Named {
  workload: number;
  lensId: string;
}

/**
 * Every scorecard of the list in batches, for files, and the lens versions they
 * are of. The order is that of the beginning; each batch is as new as it is
 * read, without what has gone.
 */
export async function exportOf(
  view: () => Promise<OrgView>,
  request: OrgListRequest,
  batchSize: number,
): Promise<{ lenses: LensInUse[]; batches: AsyncGenerator<OrgRow[]> }> {
  const first = await view();
  const selected = select(first, request);
  const names = inOrderOf(hitsOf(selected), orderBy(first, request)).map(
    ({ table, entry }) => ({
      workload: table.workload[entry],
      lensId: table.lens.id,
    }),
  );
  return {
    lenses: lensesInUse(selected),
    batches: batchesOf(view, request, names, batchSize),
  };
}

async function* batchesOf(
  view: () => Promise<OrgView>,
  request: OrgListRequest,
  names: readonly Named[],
  batchSize: number,
): AsyncGenerator<OrgRow[]> {
  for (let start = 0; start < names.length; start += batchSize) {
    const current = await view();
    const toRow = rowsOf(current, request);
    yield names
      .slice(start, start + batchSize)
      .flatMap(name => hitOf(current, name) ?? [])
      .map(toRow);
    await yieldToEventLoop();
  }
}

function hitOf(
  { workloads, tables }: OrgView,
  { workload, lensId }: Named,
): Hit | undefined {
  if (workloads.facts(workload)) {
    for (const table of tables) {
      const [entry] = table.lens.id === lensId ? table.entriesOf(workload) : [];
      if (entry !== undefined) {
        return { table, entry };
      }
    }
  }
  return undefined;
}
