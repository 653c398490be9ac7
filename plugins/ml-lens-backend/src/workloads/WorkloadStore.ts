// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AnnotationProblem,
  Workload,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { MlLensWorkloadResource } from '@ml-lens/backstage-plugin-ml-lens-node';
import { WorkloadProfile } from '@ml-lens/lens-model';
import { Knex } from 'knex';
import {
  chunksOf,
  foldText,
  insertAll,
  selectIn,
  upsertAll,
} from '../database/sql';
import { readTogether } from '../database/together';
import { inTransaction } from '../database/transaction';
import { EntityLinkStore } from './EntityLinkStore';
import { linkProblem } from './linkProblems';
import { MembershipStore } from './MembershipStore';
import { RemovalStore } from './RemovalStore';
import { noteOrgChange } from './orgChanges';
import {
  CopiedWorkloadColumns,
  WorkloadEntityRow,
  WorkloadLensRow,
  WorkloadRow,
  WorkloadTagRow,
} from './rows';
import type { WorkloadRecord } from './records';
import { byWorkload, saveLenses } from './workloadLenses';
import { noWorkload } from '../errors';
import { MEMBER_STATES } from './membership';

/**
 * Workloads, and what scorecards copy from
 * them. Writing methods take the caller's transaction, so that a sync step is
 * all or nothing; reading ones take it too where they are part of a step.
 */
export class WorkloadStore {
  readonly links: EntityLinkStore;
  readonly memberships: MembershipStore;
  readonly removals: RemovalStore;

  constructor(private readonly knex: Knex) {
    this.links = new EntityLinkStore(knex);
    this.memberships = new MembershipStore(knex, this.links);
    this.removals = new RemovalStore(knex);
  }

  /** {@link inTransaction} on this store's database. */
  async transaction<T>(step: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    return await inTransaction(this.knex, step);
  }

  /**
   * Creates or replaces workload rows (the profile stays), their tags, and the
   * columns their scorecards carry. A workload saved this way is no orphan.
   */
  async saveWorkloads(
    tx: Knex.Transaction,
    records: readonly WorkloadRecord[],
    at: string,
  ): Promise<void> {
    await noteOrgChange(
      tx,
      records.map(record => record.workloadId),
    );
    await upsertAll(
      tx,
      'workloads',
      ['workload_id'],
      records.map(record => ({
        ...copiedColumns(record),
        workload_id: record.workloadId,
        description: record.description,
        aws_workload_arn: record.awsWorkloadArn,
        primary_since: record.primarySince,
        orphaned_at: null,
        problems: JSON.stringify(record.problems),
        updated_at: at,
      })),
    );
    await saveLenses(tx, records);
    const reviewed = new Set(
      (
        await selectIn<{ workload_id: string }>(
          tx,
          'reviews',
          'workload_id',
          records.map(record => record.workloadId),
        )
      ).map(row => row.workload_id),
    );
    for (const record of records) {
      if (reviewed.has(record.workloadId)) {
        await tx('scorecards')
          .where('workload_id', record.workloadId)
          .update({
            ...copiedColumns(record),
            title_sort: foldText(record.title),
            orphaned: false,
          });
      }
    }
    for (const chunk of chunksOf(records, 500)) {
      await tx<WorkloadTagRow>('workload_tags')
        .whereIn(
          'workload_id',
          chunk.map(record => record.workloadId),
        )
        .delete();
    }
    await insertAll<WorkloadTagRow>(
      tx,
      'workload_tags',
      records.flatMap(record =>
        [...new Set(record.tags)].map(tag => ({
          workload_id: record.workloadId,
          tag,
        })),
      ),
    );
  }

  /**
   * Adds a lens to those of a workload, because a review was moved to it. It
   * stays whatever the annotation says.
   */
  async addLens(
    tx: Knex.Transaction,
    workloadId: string,
    lensId: string,
  ): Promise<void> {
    await tx<WorkloadLensRow>('workload_lenses')
      .insert({ workload_id: workloadId, lens_id: lensId, added: true })
      .onConflict(['workload_id', 'lens_id'])
      .ignore();
  }

  /**
   * Marks workloads that no entity links to any more. Their reviews stay, and
   * so does everything last known of them.
   */
  async markOrphaned(
    tx: Knex.Transaction,
    workloadIds: Iterable<string>,
    at: string,
  ): Promise<void> {
    const ids = [...workloadIds];
    await noteOrgChange(tx, ids);
    for (const chunk of chunksOf(ids, 500)) {
      await tx('workloads')
        .whereIn('workload_id', chunk)
        .whereNull('orphaned_at')
        .update({ orphaned_at: at, updated_at: at });
      await tx('scorecards')
        .whereIn('workload_id', chunk)
        .update({ orphaned: true });
    }
  }

  /** Creates those of the workloads that are unknown, as orphans. */
  async createOrphans(
    tx: Knex.Transaction,
    workloads: ReadonlyMap<string, { lensIds: string[] }>,
    at: string,
  ): Promise<void> {
    for (const chunk of chunksOf([...workloads].sort(byId))) {
      const added: { workload_id: string }[] = await tx('workloads')
        .insert(
          chunk.map(([id]) => ({
            workload_id: id,
            title: id,
            orphaned_at: at,
            updated_at: at,
          })),
        )
        .onConflict(['workload_id'])
        .ignore()
        .returning('workload_id');
      await insertAll(
        tx,
        'workload_lenses',
        added.flatMap(({ workload_id: id }) =>
          workloads.get(id)!.lensIds.map((lensId, place) => ({
            workload_id: id,
            lens_id: lensId,
            place,
          })),
        ),
      );
    }
  }

  /** What permission rules need, in the order asked for. */
  async resources(
    workloadIds: readonly string[],
  ): Promise<(MlLensWorkloadResource | undefined)[]> {
    const resources = new Map<string, MlLensWorkloadResource>();
    for (const chunk of chunksOf([...new Set(workloadIds)], 500)) {
      const { workloads, lenses } = await readTogether<{
        workloads: WorkloadRow;
        lenses: WorkloadLensRow;
      }>(this.knex, {
        workloads: this.knex('workloads')
          .whereIn('workload_id', chunk)
          .select('workload_id', 'owner_ref', 'lifecycle'),
        lenses: this.knex('workload_lenses').whereIn('workload_id', chunk),
      });
      const lensIds = byWorkload(lenses);
      for (const { workload_id: id, owner_ref, lifecycle } of workloads) {
        resources.set(id, {
          workloadId: id,
          owner: owner_ref,
          lensIds: lensIds.get(id) ?? [],
          lifecycle,
        });
      }
    }
    return workloadIds.map(id => resources.get(id));
  }

  /** ARN of a workload in the AWS tool; null where nobody said it. */
  async awsWorkloadArn(workloadId: string): Promise<string | null> {
    const row = await this.knex<WorkloadRow>('workloads')
      .where('workload_id', workloadId)
      .first('aws_workload_arn');
    return row?.aws_workload_arn ?? null;
  }

  /**
   * A workload with its entities and profile.
   *
   * @throws NotFoundError when there is none with the id
   */
  async workload(
    workloadId: string,
    knex: Knex = this.knex,
  ): Promise<Workload> {
    const {
      workloads: [row],
      entities,
      lenses,
    } = await readTogether<{
      workloads: WorkloadRow;
      entities: WorkloadEntityRow;
      lenses: WorkloadLensRow;
    }>(knex, {
      workloads: knex('workloads').where('workload_id', workloadId),
      entities: knex('workload_entities')
        .where('workload_id', workloadId)
        .whereIn('link_state', MEMBER_STATES)
        .select('entity_ref'),
      lenses: knex('workload_lenses').where('workload_id', workloadId),
    });
    if (!row) {
      throw noWorkload(workloadId);
    }
    return {
      id: row.workload_id,
      title: row.title,
      description: row.description,
      entityRef: row.primary_entity_ref,
      // Byte by byte on both databases, whatever their collation.
      entityRefs: entities.map(entity => entity.entity_ref).sort(),
      owner: row.owner_ref,
      system: row.system_ref,
      domain: row.domain_ref,
      lifecycle: row.lifecycle,
      tags: JSON.parse(row.tags),
      lenses: byWorkload(lenses).get(workloadId) ?? [],
      awsWorkloadArn: row.aws_workload_arn,
      orphaned: row.orphaned_at !== null,
      profile: toProfile(row),
      problems: JSON.parse(row.problems),
    };
  }

  /** The entities that wait to be let into a workload. */
  async linkProblems(workloadId: string): Promise<AnnotationProblem[]> {
    const entities = await this.links.entitiesOf([workloadId]);
    return (entities.get(workloadId) ?? []).flatMap(entity =>
      entity.state === 'PENDING' ? linkProblem(entity) ?? [] : [],
    );
  }

  /** Every annotation that cannot be used, for administrators. */
  async problems(): Promise<
    { workloadId: string | null; problem: AnnotationProblem }[]
  > {
    const entities = await this.knex<WorkloadEntityRow>('workload_entities')
      .whereNot('problems', '[]')
      .orderBy('entity_ref')
      .select('workload_id', 'problems');
    const workloads = await this.knex<WorkloadRow>('workloads')
      .whereNot('problems', '[]')
      .whereNull('orphaned_at')
      .orderBy('workload_id')
      .select('workload_id', 'problems');
    const links = (await this.links.pending()).flatMap(entity => ({
      workloadId: entity.workloadId,
      problem: linkProblem(entity)!,
    }));
    const others = [...entities, ...workloads].flatMap(row =>
      (JSON.parse(row.problems) as AnnotationProblem[]).map(problem => ({
        workloadId: row.workload_id,
        problem,
      })),
    );
    return [...others, ...links];
  }

  /** Workloads without members, longest first. */
  async orphans(): Promise<
    { workloadId: string; title: string; since: string | null }[]
  > {
    const rows = await this.knex<WorkloadRow>('workloads')
      .whereNotNull('orphaned_at')
      .orderBy(['orphaned_at', 'workload_id'])
      .select('workload_id', 'title', 'orphaned_at');
    return rows.map(row => ({
      workloadId: row.workload_id,
      title: row.title,
      since: row.orphaned_at,
    }));
  }

  /**
   * Sets the profile if its revision is still the one given.
   *
   * @param times - how often it was set up to here (history files)
   * @returns whether it was
   */
  async saveProfile(
    tx: Knex,
    workloadId: string,
    revision: number,
    profile: Omit<WorkloadProfile, 'revision' | 'updatedAt'> & {
      updatedAt: string;
    },
    times = 1,
  ): Promise<boolean> {
    const changed = await tx<WorkloadRow>('workloads')
      .where({ workload_id: workloadId, profile_revision: revision })
      .update({
        profile_layer: profile.layer,
        profile_skill: profile.skill,
        profile_time_to_market: profile.timeToMarket,
        profile_customization: profile.customization,
        // In the row: the greatest number a writer may say has no next one.
        profile_revision: tx.raw('profile_revision + ?', [times]),
        profile_updated_at: profile.updatedAt,
        profile_updated_by: profile.updatedBy,
      });
    return changed === 1;
  }
}

function byId([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function copiedColumns(record: WorkloadRecord): CopiedWorkloadColumns {
  return {
    title: record.title,
    owner_ref: record.owner,
    system_ref: record.system,
    domain_ref: record.domain,
    lifecycle: record.lifecycle,
    tags: JSON.stringify(record.tags),
    primary_entity_ref: record.primaryEntityRef,
  };
}

function toProfile(row: WorkloadRow): WorkloadProfile {
  return {
    revision: row.profile_revision,
    layer: row.profile_layer,
    skill: row.profile_skill,
    timeToMarket: row.profile_time_to_market,
    customization: row.profile_customization,
    updatedAt: row.profile_updated_at,
    updatedBy: row.profile_updated_by,
  };
}
