// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import { chunksOf, selectIn } from '../database/sql';
import type { Deps } from '../deps';
import { ReviewRow } from '../reviews/rows';
import { WorkloadEntityRow, WorkloadRow } from '../workloads/rows';
import { MEMBER_STATES } from '../workloads/membership';

const PAGE = 100;

/** A workload with its reviews and the entities it is made of. */
export interface EvidenceTarget {
  workload: WorkloadRow;
  reviews: ReviewRow[];
  /** The primary entity. */
  entity: Entity;
  entities: Entity[];
}

/**
 * Every workload that has entities and reviews, by id and a page at a time. The
 * entities are read with the plugin's own credentials: what is found in them is
 * for everyone who may read the review.
 */
export async function* evidenceTargets(
  options: Pick<Deps, 'auth' | 'catalog' | 'knex'>,
): AsyncGenerator<EvidenceTarget> {
  const { knex } = options;
  let after = '';
  for (;;) {
    const workloads = await knex<WorkloadRow>('workloads')
      .whereNull('orphaned_at')
      .where('workload_id', '>', after)
      .orderBy('workload_id')
      .limit(PAGE)
      .select();
    if (workloads.length === 0) {
      return;
    }
    yield* await targetsOf(options, workloads);
    after = workloads[workloads.length - 1].workload_id;
  }
}

async function targetsOf(
  options: Pick<Deps, 'auth' | 'catalog' | 'knex'>,
  workloads: WorkloadRow[],
): Promise<EvidenceTarget[]> {
  const ids = workloads.map(row => row.workload_id);
  const reviews = Map.groupBy(
    await selectIn<ReviewRow>(options.knex, 'reviews', 'workload_id', ids),
    row => row.workload_id,
  );
  const links = Map.groupBy(
    (
      await selectIn<WorkloadEntityRow>(
        options.knex,
        'workload_entities',
        'workload_id',
        ids,
      )
    ).filter(row => MEMBER_STATES.includes(row.link_state)),
    row => row.workload_id,
  );
  const entities = await readEntities(
    options,
    [...links.values()].flat().map(row => row.entity_ref),
  );
  return workloads.flatMap(workload => {
    const found = (links.get(workload.workload_id) ?? []).flatMap(
      row => entities.get(row.entity_ref) ?? [],
    );
    const entity =
      entities.get(workload.primary_entity_ref ?? '') ?? found.at(0);
    return entity
      ? [
          {
            workload,
            reviews: reviews.get(workload.workload_id) ?? [],
            entity,
            entities: found,
          },
        ]
      : [];
  });
}

/** Entities by ref, as far as there are any. */
export async function readEntities(
  { catalog, auth }: Pick<Deps, 'auth' | 'catalog'>,
  refs: readonly string[],
  fields?: string[],
): Promise<Map<string, Entity>> {
  const entities = new Map<string, Entity>();
  for (const entityRefs of chunksOf(refs, 500)) {
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, ...(fields && { fields }) },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    entityRefs.forEach((ref, index) => {
      const entity = items[index];
      if (entity) {
        entities.set(ref, entity);
      }
    });
  }
  return entities;
}
