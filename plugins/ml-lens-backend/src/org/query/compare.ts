// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { QueryOf } from '../../http/bindRoutes';
import type { OrgView } from '../columns/OrgColumns';
import { columnsOf, lensesInUse, type LensInUse } from './columns';
import { type Hit, hitsOf } from './orgPage';
import type { OrgScope } from './OrgScope';
import { RollupSums } from './rollup';
import { ScopeMeter } from './scopeFigures';
import { select } from './select';

/** One side of a comparison. */
export type ComparedItem = MlLensResponse<'compareScorecards'>['items'][number];

const MIN_KEYS = 2;
const MAX_KEYS = 6;

/**
 * Workloads or groups side by side, in the order asked for. One there is none
 * of, or that is hidden, counts no workload.
 *
 * @throws InputError unless two to six different keys are given
 */
export function comparisonOf(
  view: OrgView,
  request: Omit<OrgScope, 'filters'> & {
    lens: string;
    by: QueryOf<'compareScorecards'>['by'];
    keys: readonly string[];
  },
): ComparedItem[] {
  const { lens, by } = request;
  const asked = [...new Set(request.keys)];
  if (
    asked.length < MIN_KEYS ||
    asked.length > MAX_KEYS ||
    asked.includes('')
  ) {
    throw new InputError(
      `Invalid query: key: name ${MIN_KEYS} to ${MAX_KEYS} different ${by}s`,
    );
  }
  const of = (keys: string[]) =>
    select(view, {
      ...request,
      filters: { lens: [lens], [by]: keys },
      onlyActive: true,
    });
  const lenses = lensesInUse(of(asked));
  return asked.map(key => {
    // One by one: a group counts what another of them may count, too.
    const hits = [...hitsOf(of([key]))];
    const sums = new RollupSums();
    hits.forEach(({ table, entry }) => sums.add(table, entry));
    return {
      ...sums.rollup,
      key,
      title: by === 'workload' ? titleOf(view, hits) : null,
      pillars: scoresOf(lenses, 'pillar', hits),
      phaseScores: scoresOf(lenses, 'phase', hits),
    };
  });
}

function titleOf({ workloads }: OrgView, hits: readonly Hit[]): string | null {
  const [hit] = hits;
  return hit ? workloads.facts(hit.table.workload[hit.entry])!.title : null;
}

function scoresOf(
  lenses: readonly LensInUse[],
  kind: 'pillar' | 'phase',
  hits: readonly Hit[],
): Record<string, number | null> {
  const columns = columnsOf(lenses, kind);
  const figures = new ScopeMeter(columns).figures(hits);
  return Object.fromEntries(
    columns.map(({ id }, index) => [id, figures[index].score]),
  );
}
