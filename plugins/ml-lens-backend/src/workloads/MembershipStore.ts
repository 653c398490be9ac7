// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { chunksOf, selectIn, upsertAll } from '../database/sql';
import { lockWorkloads } from './lockWorkloads';
import type { WorkloadEntity } from './entities';
import type { EntityLinkStore } from './EntityLinkStore';
import {
  membershipOf,
  type EstablishedPrimary,
  type KnownLink,
  type LinkPolicy,
  type Membership,
} from './membership';
import type { WorkloadEntityRow, WorkloadLinkRow, WorkloadRow } from './rows';

/** Which entities belong to workloads, decided and kept. */
export class MembershipStore {
  constructor(
    private readonly knex: Knex,
    private readonly links: EntityLinkStore,
  ) {}

  /**
   * Decides anew who belongs to workloads and keeps it; a fixed number of
   * queries for any number of entities.
   *
   * @param entities - every entity that names one of the workloads, by workload
   * @param options - `anew`: workloads to choose among all entities for, as if
   * seen for the first time
   * @returns by workload id, and which of them were seen for the first time
   */
  async decide(
    tx: Knex.Transaction,
    entities: ReadonlyMap<string, WorkloadEntity[]>,
    options: { policy: LinkPolicy; at: string; anew?: ReadonlySet<string> },
  ): Promise<{ memberships: Map<string, Membership>; firstSeen: string[] }> {
    const { policy, at, anew } = options;
    const established = await this.established(tx, entities.keys());
    const known = await this.known(tx, entities.keys());
    const memberships = new Map<string, Membership>();
    const firstSeen: string[] = [];
    const remember: WorkloadLinkRow[] = [];
    for (const [workloadId, own] of entities) {
      const afresh = anew?.has(workloadId) ?? false;
      const links = known.get(workloadId) ?? [];
      const before = afresh ? undefined : established.get(workloadId);
      const membership = membershipOf({
        entities: own,
        established: before,
        known: afresh ? links.filter(({ by }) => by !== null) : links,
        policy,
        at,
      });
      if (!before) {
        firstSeen.push(workloadId);
      }
      memberships.set(workloadId, membership);
      remember.push(
        ...membership.remember.map(link => toRow(workloadId, link)),
      );
    }
    await this.#forgetRules(tx, anew ?? new Set(), memberships);
    await this.#save(tx, remember);
    await this.#saveStates(tx, [...memberships.values()], at);
    return { memberships, firstSeen };
  }

  /**
   * Holds workloads until the end of the transaction, so that a decision and a
   * sync, or two first sights of a workload, come one after the other. To be
   * called before their entities are read.
   */
  async lock(
    tx: Knex.Transaction,
    workloadIds: readonly string[],
    at: string,
  ): Promise<void> {
    const ids = [...new Set(workloadIds)].sort();
    for (const chunk of chunksOf(ids)) {
      await tx('workloads')
        .insert(
          chunk.map(id => ({ workload_id: id, title: id, updated_at: at })),
        )
        .onConflict(['workload_id'])
        .ignore();
    }
    await lockWorkloads(tx, ids);
  }

  /** The primaries of workloads so far, by workload id. */
  async established(
    knex: Knex,
    workloadIds: Iterable<string>,
  ): Promise<Map<string, EstablishedPrimary>> {
    const rows = await selectIn<WorkloadRow>(
      knex,
      'workloads',
      'workload_id',
      workloadIds,
    );
    return new Map(
      rows.flatMap(row =>
        row.primary_entity_ref === null
          ? []
          : [
              [
                row.workload_id,
                {
                  entityRef: row.primary_entity_ref,
                  owner: row.owner_ref,
                  since: row.primary_since,
                },
              ] as const,
            ],
      ),
    );
  }

  /** What is remembered of the links of workloads, by workload id. */
  async known(
    knex: Knex,
    workloadIds: Iterable<string>,
  ): Promise<Map<string, KnownLink[]>> {
    const rows = await selectIn<WorkloadLinkRow>(
      knex,
      'workload_links',
      'workload_id',
      workloadIds,
    );
    const byWorkload = Map.groupBy(rows, row => row.workload_id);
    return new Map(
      [...byWorkload].map(([id, own]) => [id, own.map(toKnownLink)]),
    );
  }

  /** What is remembered of the links of one workload, by entity ref. */
  async decisions(workloadId: string): Promise<Map<string, KnownLink>> {
    const known = await this.known(this.knex, [workloadId]);
    return new Map(
      known.get(workloadId)?.map(link => [link.entityRef, link]) ?? [],
    );
  }

  /** Keeps what a person decided of a link. */
  async remember(
    tx: Knex.Transaction,
    workloadId: string,
    link: KnownLink,
  ): Promise<void> {
    await this.#save(tx, [toRow(workloadId, link)]);
  }

  /** Makes an entity the established primary, because a person said so. */
  async establish(
    tx: Knex.Transaction,
    workloadId: string,
    link: KnownLink,
  ): Promise<void> {
    await tx<WorkloadLinkRow>('workload_links')
      .where({ workload_id: workloadId, decision: 'PRIMARY' })
      .update({ decision: 'ALLOWED' });
    await this.#save(tx, [toRow(workloadId, link)]);
    await tx<WorkloadRow>('workloads').where('workload_id', workloadId).update({
      primary_entity_ref: link.entityRef,
      owner_ref: link.owner,
      primary_since: null,
    });
  }

  /** What the rule remembered of workloads whose choice was made anew. */
  async #forgetRules(
    tx: Knex.Transaction,
    anew: ReadonlySet<string>,
    memberships: ReadonlyMap<string, Membership>,
  ): Promise<void> {
    const ids = [...memberships.keys()].filter(id => anew.has(id));
    for (const chunk of chunksOf(ids, 500)) {
      await tx<WorkloadLinkRow>('workload_links')
        .whereIn('workload_id', chunk)
        .whereNull('decided_by')
        .delete();
    }
  }

  async #save(
    tx: Knex.Transaction,
    rows: readonly WorkloadLinkRow[],
  ): Promise<void> {
    await upsertAll<WorkloadLinkRow>(
      tx,
      'workload_links',
      ['workload_id', 'entity_ref'],
      rows,
    );
  }

  async #saveStates(
    tx: Knex.Transaction,
    memberships: readonly Membership[],
    at: string,
  ): Promise<void> {
    const byState = Map.groupBy(
      memberships.flatMap(({ states }) => [...states]),
      ([, state]) => state,
    );
    let changed = 0;
    for (const [state, links] of byState) {
      const refs = links.map(([entityRef]) => entityRef);
      for (const chunk of chunksOf(refs, 500)) {
        changed += await tx<WorkloadEntityRow>('workload_entities')
          .whereIn('entity_ref', chunk)
          .whereNot('link_state', state)
          .update({ link_state: state });
        // An entity that is read anew is pending until this decides on it: what
        // waited before goes on waiting since then.
        const waits = state === 'PENDING';
        await tx<WorkloadEntityRow>('workload_entities')
          .whereIn('entity_ref', chunk)
          [waits ? 'whereNull' : 'whereNotNull']('pending_since')
          .update({ pending_since: waits ? at : null });
      }
    }
    if (changed > 0) {
      await this.links.bumpGeneration(tx);
    }
  }
}

function toKnownLink(row: WorkloadLinkRow): KnownLink {
  return {
    entityRef: row.entity_ref,
    decision: row.decision,
    owner: row.owner_ref,
    by: row.decided_by,
    at: row.decided_at,
  };
}

function toRow(workloadId: string, link: KnownLink): WorkloadLinkRow {
  return {
    workload_id: workloadId,
    entity_ref: link.entityRef,
    decision: link.decision,
    owner_ref: link.owner,
    decided_by: link.by,
    decided_at: link.at,
  };
}
