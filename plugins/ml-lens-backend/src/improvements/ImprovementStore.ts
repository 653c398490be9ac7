// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { chunksOf, selectIn } from '../database/sql';

/** A row of `improvements`. */
export interface ImprovementRow {
  review_id: string;
  question_id: string;
  choice_id: string;
  revision: number;
  status: Improvement['status'];
  assignee: string | null;
  due_date: string | null;
  link: string | null;
  updated_at: string;
  updated_by: string;
}

/** Which practice of which review a plan is for. */
export type ImprovementKey = Pick<
  ImprovementRow,
  'review_id' | 'question_id' | 'choice_id'
>;

const KEY = ['review_id', 'question_id', 'choice_id'] as const;

/** Plans people made for practices; those nobody planned have no row. */
export class ImprovementStore {
  constructor(private readonly knex: Knex) {}

  async list(reviewId: string): Promise<ImprovementRow[]> {
    return await this.knex<ImprovementRow>('improvements')
      .where('review_id', reviewId)
      .orderBy(['question_id', 'choice_id']);
  }

  /** Every plan of many reviews. */
  async listAll(reviewIds: Iterable<string>): Promise<ImprovementRow[]> {
    return await selectIn<ImprovementRow>(
      this.knex,
      'improvements',
      'review_id',
      reviewIds,
    );
  }

  async get(key: ImprovementKey): Promise<ImprovementRow | undefined> {
    return await this.knex<ImprovementRow>('improvements').where(key).first();
  }

  /**
   * Stores a plan if the one before it is still at `row.revision - 1`; 0 is no
   * plan yet.
   *
   * @returns whether it was
   */
  async save(row: ImprovementRow): Promise<boolean> {
    const { review_id, question_id, choice_id, ...plan } = row;
    const key: ImprovementKey = { review_id, question_id, choice_id };
    if (row.revision === 1) {
      const added = await this.knex('improvements')
        .insert(row)
        .onConflict([...KEY])
        .ignore()
        .returning('revision');
      return added.length > 0;
    }
    const changed = await this.knex<ImprovementRow>('improvements')
      .where({ ...key, revision: row.revision - 1 })
      .update(plan);
    return changed > 0;
  }

  /**
   * {@link ImprovementStore.save} of many plans, a statement for those that are
   * set alike.
   *
   * @returns those that were stored
   */
  async saveAll(rows: readonly ImprovementRow[]): Promise<ImprovementKey[]> {
    const saved: ImprovementKey[] = [];
    const added = rows.filter(({ revision }) => revision === 1);
    for (const chunk of chunksOf(added)) {
      saved.push(
        ...(await this.knex('improvements')
          .insert(chunk)
          .onConflict([...KEY])
          .ignore()
          .returning([...KEY])),
      );
    }
    const alike = Map.groupBy(
      rows.filter(({ revision }) => revision > 1),
      ({ review_id, question_id, choice_id, ...plan }) => JSON.stringify(plan),
    );
    for (const group of alike.values()) {
      const { review_id, question_id, choice_id, ...plan } = group[0];
      for (const chunk of chunksOf(group)) {
        saved.push(
          ...(await this.knex<ImprovementRow>('improvements')
            .where('revision', plan.revision - 1)
            .whereIn(
              [...KEY],
              chunk.map(row => [row.review_id, row.question_id, row.choice_id]),
            )
            .update(plan)
            .returning([...KEY])),
        );
      }
    }
    return saved;
  }
}
