// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { fromJson } from '../reviews/reviewRows';

/** A row of `model_versions`. */
export interface ModelVersionRow {
  workload_id: string;
  source: string;
  name: string;
  version: string;
  at: string;
  reported_at: string;
  reported_by: string;
}

/** Versions of models that were reported. */
export class ModelVersionStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Adds a version, of several that report it at once only one.
   *
   * @returns whether it was known, and from when it is
   */
  async add(row: ModelVersionRow): Promise<{ known: boolean; at: string }> {
    const added = await this.knex('model_versions')
      .insert(row)
      .onConflict(['workload_id', 'source', 'name', 'version'])
      .ignore()
      .returning('version');
    if (added.length > 0) {
      return { known: false, at: row.at };
    }
    const { workload_id, source, name, version } = row;
    const stored = await this.knex<ModelVersionRow>('model_versions')
      .where({ workload_id, source, name, version })
      .first();
    return { known: true, at: stored!.at };
  }

  /** Whether the history of a review has the event of a version. */
  async isMarked(
    tx: Knex.Transaction,
    reviewId: string,
    { source, name, version }: ModelVersionRow,
  ): Promise<boolean> {
    const events: { after: string }[] = await tx('answer_events')
      .where({ review_id: reviewId, type: 'MODEL_VERSION_REPORTED' })
      .select('after');
    return events.some(event => {
      const after = fromJson(event.after) as Partial<ModelVersionRow>;
      return (
        after.source === source &&
        after.name === name &&
        after.version === version
      );
    });
  }
}
