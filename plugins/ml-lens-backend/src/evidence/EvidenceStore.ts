// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ReportedEvidence,
  Verdict,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { chunksOf, upsertAll } from '../database/sql';
import { inTransaction } from '../database/transaction';

/** A row of `reported_evidence`. */
export interface EvidenceRow {
  evidence_id: string;
  review_id: string;
  source: ReportedEvidence['source'];
  /** Reported only once per review and source. */
  evidence_key: string;
  body_hash: string;
  question_id: string;
  choice_id: string | null;
  provider: string;
  verdict: Verdict;
  title: string;
  url: string | null;
  note: string | null;
  observed_at: string;
  expires_at: string | null;
}

/** Most pieces of evidence of one review that are listed. */
const MAX_LISTED = 500;

/** What machines reported about reviews. */
export class EvidenceStore {
  constructor(private readonly knex: Knex) {}

  /** Evidence of a review, what was seen last first; 500 at the most. */
  async list(reviewId: string, questionId?: string): Promise<EvidenceRow[]> {
    const query = this.knex<EvidenceRow>('reported_evidence')
      .where('review_id', reviewId)
      .orderBy([
        { column: 'observed_at', order: 'desc' },
        { column: 'evidence_id', order: 'desc' },
      ])
      .limit(MAX_LISTED);
    return await (questionId === undefined
      ? query
      : query.where('question_id', questionId));
  }

  /**
   * Adds evidence under its key, or finds what has the key already.
   *
   * @returns the row that has the key now
   */
  async add(row: EvidenceRow): Promise<EvidenceRow> {
    await this.knex('reported_evidence')
      .insert(row)
      .onConflict(['review_id', 'source', 'evidence_key'])
      .ignore();
    const stored = await this.knex<EvidenceRow>('reported_evidence')
      .where({
        review_id: row.review_id,
        source: row.source,
        evidence_key: row.evidence_key,
      })
      .first();
    return stored!;
  }

  /**
   * Makes what a provider found just now all it says about some reviews.
   *
   * @param found - by the id of the review
   * @returns the reviews of which it says something else than before
   */
  async replaceAutomatic(
    provider: string,
    found: ReadonlyMap<string, readonly EvidenceRow[]>,
  ): Promise<Set<string>> {
    // Everybody who writes takes them in one order.
    const ids = [...found.keys()].sort();
    return await inTransaction(this.knex, async tx => {
      const before = new Map<string, Map<string, string>>();
      for (const chunk of chunksOf(ids, 200)) {
        const rows = await tx<EvidenceRow>('reported_evidence')
          .whereIn('review_id', chunk)
          .where({ source: 'AUTOMATIC', provider })
          .select('review_id', 'evidence_key', 'body_hash');
        for (const row of rows) {
          const said = before.get(row.review_id) ?? new Map<string, string>();
          before.set(row.review_id, said.set(row.evidence_key, row.body_hash));
        }
      }
      const changed = new Set<string>();
      for (const id of ids) {
        const rows = found.get(id)!;
        const said = before.get(id) ?? new Map<string, string>();
        const keys = new Set(rows.map(row => row.evidence_key));
        const gone = [...said.keys()].filter(key => !keys.has(key));
        for (const chunk of chunksOf(gone)) {
          await tx<EvidenceRow>('reported_evidence')
            .where({ review_id: id, source: 'AUTOMATIC', provider })
            .whereIn('evidence_key', chunk)
            .delete();
        }
        if (
          gone.length > 0 ||
          rows.some(row => said.get(row.evidence_key) !== row.body_hash)
        ) {
          changed.add(id);
        }
      }
      await upsertAll(
        tx,
        'reported_evidence',
        ['review_id', 'source', 'evidence_key'],
        ids.flatMap(id => found.get(id)!),
      );
      return changed;
    });
  }
}
