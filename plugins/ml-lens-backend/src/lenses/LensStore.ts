// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensStatus } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { LensProblem } from '@ml-lens/lens-model';
import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import type { WorkloadFilter } from '../auth/Access';
import {
  containsPattern,
  foldText,
  insertAll,
  toNumber,
} from '../database/sql';
import { inTransaction } from '../database/transaction';
import { onlyAskedFor } from '../workloads/askedFor';
import { MEANS, withoutRetired } from '../workloads/means';
import type { LensReportRow, LensRow } from './rows';

/** A version of a lens without its document. */
export type LensVersionRow = Omit<LensRow, 'document'>;

/** How much a lens is used, among what the caller may see. */
export interface LensUsage {
  workloads: number;
  meanScore: number | null;
  meanCoverage: number | null;
}

const VERSION_COLUMNS = [
  'lens_id',
  'version',
  'status',
  'seq',
  'is_major',
  'origin',
  'name',
  'names',
  'description',
  'descriptions',
  'document_hash',
  'pillar_count',
  'question_count',
  'choice_count',
  'created_at',
  'created_by',
  'published_at',
  'published_by',
  'archived_at',
  'archived_by',
] as const satisfies (keyof LensVersionRow)[];

/** The error of a version that is not there, or not for the caller to see. */
export function noSuchVersion(lensId: string, version: string): NotFoundError {
  return new NotFoundError(
    `There is no version '${version}' of a lens '${lensId}'`,
  );
}

/** Versions of lenses, and what is wrong with those that cannot be loaded. */
export class LensStore {
  constructor(private readonly knex: Knex) {}

  /** {@link inTransaction} on this store's database. */
  async transaction<T>(step: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    return await inTransaction(this.knex, step);
  }

  /** One version with its document. */
  async get(
    lensId: string,
    version: string,
    knex: Knex = this.knex,
  ): Promise<LensRow | undefined> {
    return await knex<LensRow>('lenses')
      .where({ lens_id: lensId, version })
      .first();
  }

  /** @throws NotFoundError when there is no such version */
  async require(
    lensId: string,
    version: string,
    knex: Knex = this.knex,
  ): Promise<LensRow> {
    const row = await this.get(lensId, version, knex);
    if (!row) {
      throw noSuchVersion(lensId, version);
    }
    return row;
  }

  /** Every version of a lens without documents, newest first. */
  async versions(
    lensId: string,
    knex: Knex = this.knex,
  ): Promise<LensVersionRow[]> {
    return await knex<LensRow>('lenses')
      .where('lens_id', lensId)
      .orderBy('seq', 'desc')
      .select(...VERSION_COLUMNS);
  }

  /** The status of a version; undefined when there is none. */
  async status(
    lensId: string,
    version: string,
  ): Promise<LensStatus | undefined> {
    const row = await this.knex<LensRow>('lenses')
      .where({ lens_id: lensId, version })
      .first('status');
    return row?.status;
  }

  /** The published version with the highest sequence number. */
  async latestPublished(
    lensId: string,
    knex: Knex = this.knex,
  ): Promise<LensVersionRow | undefined> {
    return await knex<LensRow>('lenses')
      .where({ lens_id: lensId, status: 'PUBLISHED' })
      .orderBy('seq', 'desc')
      .select(...VERSION_COLUMNS)
      .first();
  }

  /** The latest published version of every lens that has one, by lens id. */
  async publishedVersions(): Promise<Map<string, string>> {
    const rows = await this.knex<LensRow>('lenses')
      .where('status', 'PUBLISHED')
      .orderBy(['lens_id', 'seq'])
      .select('lens_id', 'version');
    return new Map(rows.map(row => [row.lens_id, row.version]));
  }

  /**
   * Page of lens ids that have a version of one of the statuses, in order,
   * after `after`, and how many there are in all.
   */
  async listIds(options: {
    statuses: readonly LensStatus[];
    q?: string;
    after?: string;
    limit: number;
  }): Promise<{ ids: string[]; total: number }> {
    const matching = () => {
      const query = this.knex<LensRow>('lenses').whereIn('status', [
        ...options.statuses,
      ]);
      if (options.q) {
        const pattern = containsPattern(foldText(options.q));
        query.where(any => {
          for (const column of ['lens_id', 'name', 'names', 'description']) {
            any.orWhereRaw(`lower(??) like ? escape '\\'`, [column, pattern]);
          }
        });
      }
      return query;
    };
    const page = matching()
      .distinct('lens_id')
      .orderBy('lens_id')
      .limit(options.limit);
    if (options.after !== undefined) {
      page.where('lens_id', '>', options.after);
    }
    const ids = (await page).map((row: { lens_id: string }) => row.lens_id);
    const [{ total }] = await matching().countDistinct({ total: 'lens_id' });
    return { ids, total: toNumber(total) };
  }

  /** Versions of several lenses, newest first within each. */
  async versionsOf(
    lensIds: readonly string[],
    statuses: readonly LensStatus[],
  ): Promise<Map<string, LensVersionRow[]>> {
    const rows: LensVersionRow[] = await this.knex<LensRow>('lenses')
      .whereIn('lens_id', [...lensIds])
      .whereIn('status', [...statuses])
      .orderBy('seq', 'desc')
      .select(...VERSION_COLUMNS);
    return Map.groupBy(rows, row => row.lens_id);
  }

  /** Use of several lenses by the workloads the filter lets through. */
  async usage(
    lensIds: readonly string[],
    filter: WorkloadFilter | undefined,
    retired: readonly string[],
  ): Promise<Map<string, LensUsage>> {
    const query = this.knex('scorecards')
      .whereIn('lens_id', [...lensIds])
      .groupBy('lens_id')
      .select('lens_id', {
        workloads: this.knex.raw('count(*)'),
        score: this.knex.raw(MEANS.score),
        coverage: this.knex.raw(MEANS.coverage),
      });
    withoutRetired(query, 'lifecycle', retired);
    onlyAskedFor(query, 'scorecards');
    filter?.apply(query, 'scorecards');
    const rows: Record<string, any>[] = await query;
    return new Map(
      rows.map(row => [
        row.lens_id,
        {
          workloads: toNumber(row.workloads),
          meanScore: row.score === null ? null : Number(row.score),
          meanCoverage: row.coverage === null ? null : Number(row.coverage),
        },
      ]),
    );
  }

  /** Adds a version; returns false when there is one already. */
  async insert(row: LensRow, knex: Knex = this.knex): Promise<boolean> {
    // RETURNING tells on both engines whether the row was new.
    const added = await knex('lenses')
      .insert(row)
      .onConflict(['lens_id', 'version'])
      .ignore()
      .returning('version');
    return added.length > 0;
  }

  /**
   * Changes a version that is in one of the statuses; returns whether it was.
   */
  async update(
    lensId: string,
    version: string,
    statuses: readonly LensStatus[],
    change: Partial<LensRow>,
    knex: Knex = this.knex,
  ): Promise<boolean> {
    const changed = await knex<LensRow>('lenses')
      .where({ lens_id: lensId, version })
      .whereIn('status', [...statuses])
      .update(change);
    return changed > 0;
  }

  /** Deletes a draft; returns whether there was one. */
  async deleteDraft(lensId: string, version: string): Promise<boolean> {
    const deleted = await this.knex<LensRow>('lenses')
      .where({ lens_id: lensId, version, status: 'DRAFT' })
      .delete();
    return deleted > 0;
  }

  /** The number the next version of a lens gets, from 1. */
  async nextSeq(lensId: string, knex: Knex = this.knex): Promise<number> {
    const row = await knex<LensRow>('lenses')
      .where('lens_id', lensId)
      .max({ seq: 'seq' })
      .first();
    return toNumber(row?.seq) + 1;
  }

  /** Replaces what is known of lens files that cannot be loaded. */
  async saveReports(
    reports: readonly { target: string; problems: readonly LensProblem[] }[],
    seenAt: string,
  ): Promise<void> {
    await inTransaction(this.knex, async tx => {
      await tx('lens_reports').delete();
      await insertAll<LensReportRow>(
        tx,
        'lens_reports',
        reports.map(({ target, problems }) => ({
          target,
          problems: JSON.stringify(problems),
          seen_at: seenAt,
        })),
      );
    });
  }

  /** Lens files that could not be loaded when the backend last started. */
  async reports(): Promise<
    { target: string; problems: LensProblem[]; seenAt: string }[]
  > {
    const rows = await this.knex<LensReportRow>('lens_reports')
      .orderBy('target')
      .select();
    return rows.map(row => ({
      target: row.target,
      problems: JSON.parse(row.problems),
      seenAt: row.seen_at,
    }));
  }
}
