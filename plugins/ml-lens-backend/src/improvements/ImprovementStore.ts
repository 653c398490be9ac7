/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */

import type { Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';

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

/** Plans people made for practices; those nobody planned have no row. */
export class ImprovementStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(reviewId: string): Promise<ImprovementRow[]> {
    return await this.#knex<ImprovementRow>('improvements')
      .where('review_id', reviewId)
      .orderBy(['question_id', 'choice_id']);
  }

  async get(key: ImprovementKey): Promise<ImprovementRow | undefined> {
    return await this.#knex<ImprovementRow>('improvements').where(key).first();
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
      const added = await this.#knex('improvements')
        .insert(row)
        .onConflict(['review_id', 'question_id', 'choice_id'])
        .ignore()
        .returning('revision');
      return added.length > 0;
    }
    const changed = await this.#knex<ImprovementRow>('improvements')
      .where({ ...key, revision: row.revision - 1 })
      .update(plan);
    return changed > 0;
  }
}
