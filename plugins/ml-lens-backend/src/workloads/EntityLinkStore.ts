// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';
import {
  chunksOf,
  selectByKey,
  selectIn,
  toNumber,
  upsertAll,
} from '../database/sql';
import type { StoredWorkloadEntity, WorkloadEntity } from './entities';
import { WorkloadEntityRow } from './rows';

const GENERATION = 'workload_entities';
const SEEN = 'linked_entities';
const SYNCS = 'syncs';

/** Which catalog entities link to which workloads, as the sync saw them. */
export class EntityLinkStore {
  constructor(private readonly knex: Knex) {}

  /**
   * The id of a sync that begins now, greater than that of every sync before,
   * on any replica: the database counts, because clocks of replicas differ.
   */
  async nextSyncId(): Promise<string> {
    return `${await countUp(this.knex, SYNCS)}`.padStart(12, '0');
  }

  /**
   * Stores entities as a sync saw them.
   *
   * @returns ids of the workloads (old and new) of entities that changed;
   * their rows are to be made anew with `saveWorkloads` or
   * `markOrphaned`
   */
  async upsertEntities(
    tx: Knex.Transaction,
    entities: readonly WorkloadEntity[],
    syncId: string,
  ): Promise<Set<string>> {
    const known = await selectByKey<WorkloadEntityRow>(
      tx,
      'workload_entities',
      'entity_ref',
      entities.map(entity => entity.entityRef),
    );
    const affected = new Set<string>();
    const changed: Omit<WorkloadEntityRow, 'pending_since'>[] = [];
    const unchanged: string[] = [];
    for (const entity of entities) {
      const before = known.get(entity.entityRef);
      if (
        before &&
        before.facts_hash === entity.factsHash &&
        before.workload_id === entity.workloadId
      ) {
        unchanged.push(entity.entityRef);
        continue;
      }
      for (const id of [before?.workload_id, entity.workloadId]) {
        if (id) {
          affected.add(id);
        }
      }
      changed.push({
        entity_ref: entity.entityRef,
        workload_id: entity.workloadId,
        facts: JSON.stringify(entity.facts),
        facts_hash: entity.factsHash,
        // Decided with the others of its workload, when that is renewed.
        link_state: 'PENDING',
        sync_id: syncId,
        problems: JSON.stringify(entity.problems),
      });
    }
    for (const chunk of chunksOf(unchanged, 500)) {
      await tx<WorkloadEntityRow>('workload_entities')
        .whereIn('entity_ref', chunk)
        .update({ sync_id: syncId });
    }
    await upsertAll(tx, 'workload_entities', ['entity_ref'], changed);
    if (changed.length) {
      await this.bumpGeneration(tx);
    }
    return affected;
  }

  /** Forgets entities; returns the ids of the workloads they belonged to. */
  async removeEntities(
    tx: Knex.Transaction,
    entityRefs: readonly string[],
  ): Promise<Set<string>> {
    const rows = await selectIn<WorkloadEntityRow>(
      tx,
      'workload_entities',
      'entity_ref',
      entityRefs,
    );
    return await this.#remove(tx, rows);
  }

  /**
   * Forgets entities that the sync with this id, and whatever wrote later, did
   * not see. Ids of syncs sort by when they began.
   *
   * @param limit - most entities forgotten at once
   * @returns how many there were, and the ids of the workloads of theirs
   */
  async removeUnseen(
    tx: Knex.Transaction,
    syncId: string,
    limit: number,
  ): Promise<{ entities: number; workloadIds: Set<string> }> {
    const rows = await tx<WorkloadEntityRow>('workload_entities')
      .where('sync_id', '<', syncId)
      .orderBy('entity_ref')
      .limit(limit)
      .forUpdate()
      .select();
    return {
      entities: rows.length,
      workloadIds: await this.#remove(tx, rows),
    };
  }

  async #remove(
    tx: Knex.Transaction,
    rows: readonly WorkloadEntityRow[],
  ): Promise<Set<string>> {
    for (const chunk of chunksOf(
      rows.map(row => row.entity_ref),
      500,
    )) {
      await tx<WorkloadEntityRow>('workload_entities')
        .whereIn('entity_ref', chunk)
        .delete();
    }
    if (rows.length) {
      await this.bumpGeneration(tx);
    }
    return new Set(
      rows.flatMap(row => (row.workload_id ? [row.workload_id] : [])),
    );
  }

  /** The entities linked to workloads, by workload id, ordered by entity ref. */
  async entitiesOf(
    workloadIds: Iterable<string>,
    knex: Knex = this.knex,
  ): Promise<Map<string, StoredWorkloadEntity[]>> {
    const rows = await selectIn<WorkloadEntityRow>(
      knex,
      'workload_entities',
      'workload_id',
      workloadIds,
    );
    rows.sort((a, b) => (a.entity_ref < b.entity_ref ? -1 : 1));
    return Map.groupBy(rows.map(toEntity), entity => entity.workloadId!);
  }

  /** Every entity that waits to be let into the workload it names. */
  async pending(): Promise<StoredWorkloadEntity[]> {
    const rows = await this.knex<WorkloadEntityRow>('workload_entities')
      .where('link_state', 'PENDING')
      .whereNotNull('workload_id')
      .orderBy('entity_ref')
      .select();
    return rows.map(toEntity);
  }

  /** An entity with the annotation, as the last sync saw it. */
  async entity(entityRef: string): Promise<StoredWorkloadEntity | undefined> {
    const row = await this.knex<WorkloadEntityRow>('workload_entities')
      .where('entity_ref', entityRef)
      .first();
    return row && toEntity(row);
  }

  /** Changes whenever the links between entities and workloads do. */
  async generation(): Promise<number> {
    const row = await this.knex('catalog_state')
      .where('name', GENERATION)
      .first();
    return toNumber(row?.generation);
  }

  /** What the last sync saw of the catalog, as it said itself. */
  async seenCatalog(): Promise<string | undefined> {
    const row = await this.knex('catalog_state').where('name', SEEN).first();
    return row?.fingerprint ?? undefined;
  }

  /** Keeps what a sync has seen of the catalog. */
  async rememberCatalog(
    tx: Knex.Transaction,
    fingerprint: string,
  ): Promise<void> {
    await tx('catalog_state')
      .insert({ name: SEEN, generation: 0, fingerprint })
      .onConflict(['name'])
      .merge(['fingerprint']);
  }

  /** Says that links changed, to whoever has kept answers made from them. */
  async bumpGeneration(tx: Knex.Transaction): Promise<void> {
    await countUp(tx, GENERATION);
  }
}

async function countUp(knex: Knex, name: string): Promise<unknown> {
  const [{ generation }] = await knex('catalog_state')
    .insert({ name, generation: 1 })
    .onConflict(['name'])
    .merge({ generation: knex.raw('catalog_state.generation + 1') })
    .returning('generation');
  return generation;
}

function toEntity(row: WorkloadEntityRow): StoredWorkloadEntity {
  return {
    entityRef: row.entity_ref,
    workloadId: row.workload_id,
    facts: JSON.parse(row.facts),
    factsHash: row.facts_hash,
    problems: JSON.parse(row.problems),
    state: row.link_state,
  };
}
