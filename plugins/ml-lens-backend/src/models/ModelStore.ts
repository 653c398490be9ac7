// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { WorkloadModel } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { MlLensModelFact } from '@ml-lens/backstage-plugin-ml-lens-node';
import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { laterBy } from '../clock';
import { chunksOf, pagesOf, selectIn, upsertAll } from '../database/sql';
import type { ReviewRow } from '../reviews/rows';
import type { ModelClaim } from './claims';
import type { ModelClaimRow } from '../workloads/rows';
import type { ModelChange } from './changes';
import type { ModelChangeRow, ModelFactRow } from './rows';

type Source = WorkloadModel['source'];

/** Names read at once. */
const PAGE = 1000;

/** Most changes of a model that are told. */
const MAX_CHANGES = 50;

/** How long changes are kept: the two years that a timeline shows. */
const KEEP_MS = 2 * 365 * 86_400_000;

/** What is known of a model; no fact where it is not there. */
export interface KnownModel {
  fact: MlLensModelFact | null;
  observedAt: string | null;
  problem: string | null;
}

/** A claim with the owner of its workload. */
type ClaimRow = ModelClaimRow & { owner: string | null };

/** A claim on one model. */
export interface NamedClaim extends ModelClaim {
  source: Source;
  name: string;
}

/** Models that workloads name, and what is known of them. */
export class ModelStore {
  constructor(private readonly knex: Knex) {}

  /** Every name that is given for a source, each once, in order. */
  async *names(source: Source): AsyncGenerator<string[]> {
    yield* pagesOf(after =>
      this.knex('model_claims')
        .where('source', source)
        .where('model_name', '>', after)
        .distinct('model_name')
        .orderBy('model_name')
        .limit(PAGE)
        .pluck('model_name'),
    );
  }

  /** Every claim on the models some workloads name, by others included. */
  async claims(workloadIds: readonly string[]): Promise<NamedClaim[]> {
    const claims = new Map<string, NamedClaim>();
    for (const chunk of chunksOf(workloadIds, 200)) {
      // From the few they name to all who name them: both by an index.
      const rows: ClaimRow[] = await this.knex('model_claims as own')
        .join('model_claims as c', join =>
          join
            .on('c.source', 'own.source')
            .andOn('c.model_name', 'own.model_name'),
        )
        .join('workloads as w', 'w.workload_id', 'c.workload_id')
        .whereIn('own.workload_id', chunk)
        .orderBy(['c.source', 'c.model_name', 'c.since', 'c.workload_id'])
        .select('c.*', { owner: 'w.owner_ref' });
      for (const claim of rows.map(toClaim)) {
        // Once, though two of the workloads may name the model.
        claims.set(`${modelKey(claim)} ${claim.workloadId}`, claim);
      }
    }
    return [...claims.values()];
  }

  /** Every claim on some models. */
  async claimsOn(
    models: readonly { source: Source; name: string }[],
  ): Promise<NamedClaim[]> {
    const rows = await rowsAbout<ClaimRow>(models, keys =>
      this.knex('model_claims as c')
        .join('workloads as w', 'w.workload_id', 'c.workload_id')
        .whereIn(['c.source', 'c.model_name'], keys)
        .orderBy(['c.source', 'c.model_name', 'c.since', 'c.workload_id'])
        .select('c.*', { owner: 'w.owner_ref' }),
    );
    return rows.map(toClaim);
  }

  /** Ids of the reviews of some workloads. */
  async reviewsOf(workloadIds: readonly string[]): Promise<string[]> {
    const rows = await selectIn<ReviewRow>(
      this.knex,
      'reviews',
      'workload_id',
      workloadIds,
    );
    return rows.map(row => row.review_id).sort();
  }

  /** What is known of models, by source and name; see {@link modelKey}. */
  async known(
    models: readonly { source: Source; name: string }[],
  ): Promise<Map<string, KnownModel>> {
    const rows = await rowsAbout<ModelFactRow>(models, keys =>
      this.knex('model_facts').whereIn(['source', 'model_name'], keys),
    );
    return new Map(
      rows.map(row => [
        keyOfRow(row),
        {
          fact: row.fact === null ? null : JSON.parse(row.fact),
          observedAt: row.observed_at,
          problem: row.problem,
        },
      ]),
    );
  }

  /** What became of models, newest first; see {@link modelKey}. */
  async changes(
    models: readonly { source: Source; name: string }[],
  ): Promise<Map<string, ModelChange[]>> {
    const rows = await rowsAbout<ModelChangeRow>(models, keys =>
      this.knex('model_changes')
        .whereIn(['source', 'model_name'], keys)
        .orderBy([{ column: 'at', order: 'desc' }, 'kind']),
    );
    return new Map(
      [...Map.groupBy(rows, keyOfRow)].map(([key, own]) => [
        key,
        own.slice(0, MAX_CHANGES).map(({ kind, at, text }) => ({
          kind,
          at,
          text,
        })),
      ]),
    );
  }

  /** Keeps what became of models; the same once more changes nothing. */
  async addChanges(rows: readonly ModelChangeRow[]): Promise<void> {
    for (const chunk of chunksOf(rows)) {
      await this.knex('model_changes').insert(chunk).onConflict().ignore();
    }
  }

  /**
   * Keeps what a source said.
   *
   * @param facts - by name; null for models that are not there
   */
  async save(
    source: Source,
    facts: ReadonlyMap<string, MlLensModelFact | null>,
    at: string,
  ): Promise<void> {
    const rows = [...facts].map(
      ([name, fact]): ModelFactRow => ({
        source,
        model_name: name,
        fact: fact && JSON.stringify(fact),
        observed_at: at,
        problem: null,
      }),
    );
    await upsertAll(this.knex, 'model_facts', ['source', 'model_name'], rows);
  }

  /** Keeps why models could not be asked; what was known of them stays. */
  async markStale(
    source: Source,
    names: readonly string[],
    problem: string,
  ): Promise<void> {
    for (const chunk of chunksOf(names)) {
      await this.knex('model_facts')
        .insert(chunk.map(name => ({ source, model_name: name, problem })))
        .onConflict(['source', 'model_name'])
        .merge(['problem']);
    }
  }

  /** Forgets what nobody names any more, and what lies too far back. */
  async forgetUnnamed(source: Source, now: string): Promise<void> {
    for (const table of ['model_facts', 'model_changes']) {
      await this.knex(table)
        .where('source', source)
        .whereNotExists(
          this.knex('model_claims as c')
            .whereRaw('c.source = ??', [`${table}.source`])
            .whereRaw('c.model_name = ??', [`${table}.model_name`])
            .select(this.knex.raw('1')),
        )
        .delete();
    }
    await this.knex('model_changes')
      .where('source', source)
      .where('at', '<', laterBy(now, -KEEP_MS))
      .delete();
  }

  /** @throws NotFoundError where the workload does not name the model */
  async decide(
    claim: { source: Source; name: string; workloadId: string },
    decision: 'ALLOWED' | 'REFUSED',
    by: string,
  ): Promise<void> {
    const { source, name, workloadId } = claim;
    const owner = this.knex('workloads')
      .where('workload_id', workloadId)
      .select('owner_ref');
    const changed = await this.knex('model_claims')
      .where({ source, model_name: name, workload_id: workloadId })
      .update({ decision, decided_by: by, owner_ref: owner });
    if (changed === 0) {
      throw new NotFoundError(
        `The workload '${workloadId}' does not name the model '${name}'`,
      );
    }
  }
}

/** Rows about any number of models, a statement for some at a time. */
async function rowsAbout<Row>(
  models: readonly { source: Source; name: string }[],
  select: (keys: string[][]) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const chunk of chunksOf(models, 200)) {
    rows.push(...(await select(chunk.map(one => [one.source, one.name]))));
  }
  return rows;
}

function keyOfRow(row: { source: string; model_name: string }): string {
  return modelKey({ source: row.source, name: row.model_name });
}

/** Tells models apart. */
export function modelKey(model: { source: string; name: string }): string {
  return `${model.source}:${model.name}`;
}

function toClaim(row: ClaimRow): NamedClaim {
  return {
    source: row.source,
    name: row.model_name,
    workloadId: row.workload_id,
    owner: row.owner,
    since: row.since,
    decision: row.decision,
    decidedFor: row.owner_ref,
  };
}
