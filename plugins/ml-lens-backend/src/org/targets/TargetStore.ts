// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Target, TargetFields } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { toNumber } from '../../database/sql';

/** A target as stored: without what the organisation has reached of it. */
export type StoredTarget = Omit<Target, 'workloads' | 'reached' | 'readiness'>;

/** Columns of `org_targets` by what they hold. */
const COLUMNS = {
  id: 'target_id',
  name: 'name',
  description: 'description',
  lens: 'lens_id',
  filter: 'filter',
  minScore: 'min_score',
  minCoverage: 'min_coverage',
  phases: 'phases',
  startDate: 'start_date',
  dueDate: 'due_date',
  revision: 'revision',
  createdAt: 'created_at',
  createdBy: 'created_by',
} as const satisfies Record<keyof StoredTarget, string>;

/** Keeps organisation-wide targets. */
export class TargetStore {
  constructor(private readonly knex: Knex) {}

  /** Every target, those due first in front. */
  async list(): Promise<StoredTarget[]> {
    const rows = await this.knex('org_targets')
      .orderBy(['due_date', 'created_at', 'target_id'])
      .select(COLUMNS);
    return rows.map(toTarget);
  }

  async find(targetId: string): Promise<StoredTarget | undefined> {
    const row = await this.knex('org_targets')
      .where('target_id', targetId)
      .first(COLUMNS);
    return row && toTarget(row);
  }

  async count(): Promise<number> {
    const [{ count }] = await this.knex('org_targets').count({ count: '*' });
    return toNumber(count);
  }

  async create(
    targetId: string,
    fields: TargetFields,
    who: { at: string; by: string },
  ): Promise<void> {
    await this.knex('org_targets').insert({
      target_id: targetId,
      ...toColumns(fields),
      revision: 1,
      created_at: who.at,
      created_by: who.by,
      updated_at: who.at,
      updated_by: who.by,
    });
  }

  /** @returns false when the target is at another revision, or gone */
  async update(
    targetId: string,
    revision: number,
    fields: TargetFields,
    who: { at: string; by: string },
  ): Promise<boolean> {
    const updated = await this.knex('org_targets')
      .where({ target_id: targetId, revision })
      .update({
        ...toColumns(fields),
        // In the row: the greatest number a writer may say has no next one.
        revision: this.knex.raw('revision + 1'),
        updated_at: who.at,
        updated_by: who.by,
      });
    return updated > 0;
  }

  /** @returns false when there was none */
  async delete(targetId: string): Promise<boolean> {
    const deleted = await this.knex('org_targets')
      .where('target_id', targetId)
      .delete();
    return deleted > 0;
  }
}

function toColumns(fields: TargetFields) {
  return {
    name: fields.name,
    description: fields.description,
    lens_id: fields.lens,
    filter: JSON.stringify(fields.filter),
    min_score: fields.minScore,
    min_coverage: fields.minCoverage,
    phases: JSON.stringify(fields.phases),
    start_date: fields.startDate,
    due_date: fields.dueDate,
  };
}

function toTarget({
  filter,
  phases,
  ...target
}: Omit<StoredTarget, 'filter' | 'phases'> & {
  filter: string;
  phases: string;
}): StoredTarget {
  return {
    ...target,
    filter: JSON.parse(filter),
    phases: JSON.parse(phases),
  };
}
