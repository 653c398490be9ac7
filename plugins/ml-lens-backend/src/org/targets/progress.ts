// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensResponse,
  Target,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { dayOf } from '../../clock';
import { listKeyOf } from '../../database/keyset';
import type { OrgView } from '../columns/OrgColumns';
import { pointsBetween } from '../query/days';
import { listPage } from '../query/lists';
import type { OrgFilters } from '../query/orgFilters';
import { type Hit, hitsOf, idOfHit, meanOf, orNull } from '../query/orgPage';
import type { OrgScope } from '../query/OrgScope';
import { heldOn, SumsOverTime } from '../query/overTime';
import { countOf, select } from '../query/select';
import { filtersOf, reaching } from './reach';
import { StoredTarget } from './TargetStore';

/** Who asks, and what they may see. */
export type TargetScope = Omit<OrgScope, 'filters' | 'at' | 'onlyActive'>;

/** How many workloads a target is for, and how many reach it. */
export type Reach = Pick<Target, 'workloads' | 'reached' | 'readiness'>;

/** Burn-up, and who does not reach a target. */
export type Progress = MlLensResponse<'getTargetProgress'>;

/** How far a target is, now, for the caller. */
export function reachOf(
  view: OrgView,
  scope: TargetScope,
  target: StoredTarget,
  filters: OrgFilters = {},
): Reach {
  const reached = reaching(target);
  const selected = select(view, scopeOf(scope, target, filters));
  let count = 0;
  for (const { table, entry } of hitsOf(selected)) {
    count += reached(table, entry) ? 1 : 0;
  }
  return {
    workloads: countOf(selected),
    reached: count,
    readiness: meanOf('readiness', hitsOf(selected)).rounded,
  };
}

/** Burn-up: how far the target was at the end of each week since it began. */
export function burnUpOf(
  days: OrgView,
  scope: TargetScope,
  target: StoredTarget,
): Progress['points'] {
  const today = dayOf(scope.now);
  if (target.startDate > today) {
    return [];
  }
  const dates = pointsBetween({
    from: target.startDate,
    to: target.dueDate,
    interval: 'week',
    today,
  });
  const held = heldOn(dates);
  const reached = reaching(target);
  const sums = new SumsOverTime(dates.length, 2);
  for (const { table, entry } of hitsOf(select(days, scopeOf(scope, target)))) {
    const when = held(table, entry);
    sums.add(0, when, 1);
    sums.add(1, when, reached(table, entry) ? 1 : 0);
  }
  const [all, those] = [sums.of(0), sums.of(1)];
  return dates.map((date, index) => ({
    date,
    workloads: all[index],
    reached: those[index],
  }));
}

/** A page of the workloads that do not reach a target, lowest score first. */
export function behindOf(
  view: OrgView,
  scope: TargetScope,
  target: StoredTarget,
  page: { cursor: string | undefined; limit: number },
): Omit<Progress, 'points'> {
  const reached = reaching(target);
  const behind = [...hitsOf(select(view, scopeOf(scope, target)))].filter(
    ({ table, entry }) => !reached(table, entry),
  );
  const { rows, pageInfo } = listPage(
    behind,
    {
      valueOf: scoreOf,
      type: 'integer',
      nullable: true,
      idOf: idOfHit(view),
      descending: false,
    },
    { key: listKeyOf(['behind', target.id, target.revision]), ...page },
  );
  return {
    behind: rows.map(hit => {
      const facts = view.workloads.facts(hit.table.workload[hit.entry])!;
      return {
        workloadId: facts.workloadId,
        entityRef: facts.entityRef,
        title: facts.title,
        owner: facts.owner,
        score: scoreOf(hit),
        readiness: orNull(hit.table.readiness[hit.entry]),
        coverage: hit.table.coverage(hit.entry),
      };
    }),
    totalItems: behind.length,
    pageInfo,
  };
}

function scoreOf({ table, entry }: Hit): number | null {
  return orNull(table.score[entry]);
}

/** Retired workloads are nobody's to improve, whatever a target says. */
function scopeOf(
  scope: TargetScope,
  target: StoredTarget,
  filters: OrgFilters = {},
): OrgScope {
  const { freshness, sees } = scope;
  return {
    ...scope,
    filters: { ...filtersOf(target), ...filters },
    at: undefined,
    sees: workload =>
      !freshness.isRetired(workload.lifecycle) &&
      (sees === undefined || sees(workload)),
  };
}
