// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Target, TargetFields } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { toNumber } from '../../database/sql';

/** A target as stored: without what the organisation has reached of it. */
export type StoredTarget = Omit<Target, 'workloads' | 'reached' | 'readiness'>;

interface TargetRow {
  target_id: string;
  name: string;
  description: string;
  lens_id: string;
  filter: string;
  min_score: number;
  min_coverage: number;
  phases: string;
  start_date: string;
  due_date: string;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** Keeps organisation-wide targets. */
export class TargetStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Every target, those due first in front. */
  async list(): Promise<StoredTarget[]> {
    const rows = await this.#knex<TargetRow>('org_targets')
      .orderBy('due_date')
      .orderBy('created_at')
      .orderBy('target_id');
    return rows.map(toTarget);
  }

  async find(targetId: string): Promise<StoredTarget | undefined> {
    const row = await this.#knex<TargetRow>('org_targets')
      .where('target_id', targetId)
      .first();
    return row && toTarget(row);
  }

  async count(): Promise<number> {
    const [{ count }] = await this.#knex('org_targets').count({ count: '*' });
    return toNumber(count);
  }

  async create(
    targetId: string,
    fields: TargetFields,
    who: { at: string; by: string },
  ): Promise<void> {
    await this.#knex<TargetRow>('org_targets').insert({
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
    const updated = await this.#knex<TargetRow>('org_targets')
      .where({ target_id: targetId, revision })
      .update({
        ...toColumns(fields),
        // In the row: the greatest number a writer may say has no next one.
        revision: this.#knex.raw('revision + 1'),
        updated_at: who.at,
        updated_by: who.by,
      });
    return updated > 0;
  }

  /** @returns false when there was none */
  async delete(targetId: string): Promise<boolean> {
    const deleted = await this.#knex('org_targets')
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

function toTarget(row: TargetRow): StoredTarget {
  return {
    id: row.target_id,
    name: row.name,
    description: row.description,
    lens: row.lens_id,
    filter: JSON.parse(row.filter),
    minScore: row.min_score,
    minCoverage: row.min_coverage,
    phases: JSON.parse(row.phases),
    startDate: row.start_date,
    dueDate: row.due_date,
    revision: row.revision,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
