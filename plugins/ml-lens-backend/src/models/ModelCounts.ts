// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensModelFact } from '@ml-lens/backstage-plugin-ml-lens-node';
import {
  chunksOf,
  pagesOf,
  selectByKey,
  upsertAll,
  yieldToEventLoop,
} from '../database/sql';
import { inTransaction } from '../database/transaction';
import type { Deps } from '../deps';
import type { ModelCountsRow } from '../workloads/modelCounts';
import { noteOrgChange } from '../workloads/orgChanges';
import { isNotApproved } from './approval';
import type { ModelReader } from './ModelReader';

/** Workloads counted at once. */
const PAGE = 500;

/**
 * What lists of workloads say of their models, counted when facts or claims may
 * have changed. Only what differs is written.
 */
export class ModelCounts {
  constructor(
    private readonly deps: Pick<Deps, 'knex'> & {
      models: Pick<ModelReader, 'ownOf'>;
    },
  ) {}

  /** Brings the counts of all workloads that name models up to date. */
  async updateAll(): Promise<void> {
    const { knex } = this.deps;
    const pages = pagesOf(after =>
      knex
        .union([
          knex('model_claims')
            .distinct('workload_id')
            .where('workload_id', '>', after),
          knex('model_counts')
            .select('workload_id')
            .where('workload_id', '>', after),
        ])
        .orderBy('workload_id')
        .limit(PAGE)
        .then((rows: { workload_id: string }[]) =>
          rows.map(row => row.workload_id),
        ),
    );
    for await (const ids of pages) {
      await this.update(ids);
      await yieldToEventLoop();
    }
  }

  /** Brings the counts of some workloads up to date. */
  async update(workloadIds: readonly string[]): Promise<void> {
    const { knex } = this.deps;
    const now = await this.#counted(workloadIds);
    const before = await selectByKey<ModelCountsRow>(
      knex,
      'model_counts',
      'workload_id',
      workloadIds,
    );
    const changed = [...now.values()].filter(
      row => !sameCounts(row, before.get(row.workload_id)),
    );
    const gone = [...before.keys()].filter(id => !now.has(id));
    if (changed.length + gone.length > 0) {
      await inTransaction(knex, async tx => {
        await upsertAll(tx, 'model_counts', ['workload_id'], changed);
        for (const chunk of chunksOf(gone)) {
          await tx('model_counts').whereIn('workload_id', chunk).delete();
        }
        await noteOrgChange(tx, [
          ...changed.map(row => row.workload_id),
          ...gone,
        ]);
      });
    }
  }

  /** What there is to say now, of those that may show any model. */
  async #counted(
    workloadIds: readonly string[],
  ): Promise<Map<string, ModelCountsRow>> {
    const counts = new Map<string, ModelCountsRow>();
    for (const { workloadId, known } of await this.deps.models.ownOf(
      workloadIds,
    )) {
      const row = counts.get(workloadId) ?? nothingOf(workloadId);
      counts.set(workloadId, row);
      row.models += 1;
      if (known?.observedAt) {
        add(row, known.fact);
      }
    }
    return counts;
  }
}

function nothingOf(workload_id: string): ModelCountsRow {
  return {
    workload_id,
    models: 0,
    no_card: 0,
    not_approved: 0,
    silent: 0,
    firing: 0,
    missing: 0,
  };
}

function add(row: ModelCountsRow, fact: MlLensModelFact | null): void {
  const { card, latest, alarms } = fact ?? {};
  row.missing += Number(fact === null);
  row.no_card += Number(card?.present === false);
  row.not_approved += Number(isNotApproved(latest?.approval));
  row.silent += Number((alarms?.silent ?? 0) > 0);
  row.firing += Number((alarms?.firing ?? 0) > 0);
}

function sameCounts(
  row: ModelCountsRow,
  before: ModelCountsRow | undefined,
): boolean {
  return (
    before !== undefined &&
    (Object.keys(row) as (keyof ModelCountsRow)[]).every(
      key => row[key] === before[key],
    )
  );
}
