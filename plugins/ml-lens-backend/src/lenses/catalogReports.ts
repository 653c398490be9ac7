// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import type { Access, WorkloadFilter } from '../auth/Access';
import type { CallerCredentials } from '../auth/caller';
import { chunksOf } from '../database/sql';
import { believedAt } from '../workloads/removal';
import type { WorkloadStore } from '../workloads/WorkloadStore';

/**
 * Annotations that cannot be used and workloads without an entity, as far as
 * the caller may see the workload and read the entity.
 */
export async function catalogReports(
  deps: { access: Access; knex: Knex; workloads: WorkloadStore },
  credentials: CallerCredentials,
) {
  const { access, knex, workloads } = deps;
  const [problems, orphans, held, filter] = await Promise.all([
    workloads.problems(),
    workloads.orphans(),
    workloads.removals.held(),
    access.listFilter(credentials),
  ]);
  const readable = await access.readableEntities(
    [...new Set(problems.map(({ problem }) => problem.entityRef))],
    credentials,
  );
  const named = [...problems, ...orphans].flatMap(
    ({ workloadId }) => workloadId ?? [],
  );
  const visible = filter && (await visibleOf(knex, new Set(named), filter));
  const isVisible = (id: string | null) =>
    id === null || !visible || visible.has(id);
  return {
    problems: problems.filter(
      ({ workloadId, problem }) =>
        isVisible(workloadId) && readable.has(problem.entityRef),
    ),
    orphans: orphans.filter(({ workloadId }) => isVisible(workloadId)),
    // Of all workloads, also those the caller may not see: it is the whole of it
    // that is held back and that is decided on, and two numbers name nobody.
    removal: held ? { ...held, believedAt: believedAt(held) } : null,
  };
}

/** Those of the workloads that a filter lets through. */
async function visibleOf(
  knex: Knex,
  workloadIds: ReadonlySet<string>,
  filter: WorkloadFilter,
): Promise<Set<string>> {
  const found: string[] = [];
  for (const chunk of chunksOf([...workloadIds], 500)) {
    const query = knex('workloads').whereIn('workload_id', chunk);
    filter.apply(query, 'workloads');
    found.push(...(await query.pluck('workload_id')));
  }
  return new Set(found);
}
