// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  GateRequest,
  ReviewDiff,
  ScorePoint,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import type { GateRequestRow } from '../gates/GateStore';
import { POINT_COLUMNS, pointsOf } from '../reviews/projection/historyDays';
import { fromJson } from '../reviews/reviewRows';
import {
  AnswerEventRow,
  ReviewRow,
  ScorecardHistoryRow,
} from '../reviews/rows';
import { pickSeqs } from './pickSeqs';

/** Most points of a score history. */
const MAX_POINTS = 500;

/** A move of a review to another version of its lens. */
export interface UpgradeMark {
  seq: number;
  at: string;
  from: string;
  to: string;
}

/** Reads the score of a review over time, however long it is. */
export class ScoreHistoryStore {
  constructor(private readonly knex: Knex) {}

  /** Every move of the review to another version, oldest first. */
  async upgrades(reviewId: string): Promise<UpgradeMark[]> {
    const rows = await this.knex<AnswerEventRow>('answer_events')
      .where('review_id', reviewId)
      // In the statement itself, so that the partial index serves it.
      .whereRaw(`type = 'LENS_UPGRADED'`)
      .orderBy('seq')
      .select('seq', 'at', 'before', 'after');
    const versionIn = (json: string | null): string =>
      JSON.parse(json ?? '{}').lensVersion ?? '';
    return rows.map(({ seq, at, before, after }) => ({
      seq,
      at,
      from: versionIn(before),
      to: versionIn(after),
    }));
  }

  /**
   * Scores after events, oldest first, at most {@link MAX_POINTS}: the first
   * and the last, all the marks, the last of each day as far as there is room,
   * then others in between.
   *
   * @param marks - numbers of events to keep
   */
  async points(review: ReviewRow, marks: number[]): Promise<ScorePoint[]> {
    const days: ScorecardHistoryRow[] = await this.knex<ScorecardHistoryRow>(
      'scorecard_history',
    )
      .where('review_id', review.review_id)
      .where('seq', '>', 0)
      .orderBy('seq')
      .select(POINT_COLUMNS);
    const picked = new Set(
      pickSeqs({
        last: review.last_seq,
        marks,
        preferred: days.map(({ seq }) => seq),
        most: MAX_POINTS,
      }),
    );
    return days
      .flatMap(pointsOf)
      .filter(({ seq }) => picked.has(seq))
      .map(({ at, seq, score, coverage, level }) => ({
        at,
        seq,
        score,
        coverage,
        level,
      }));
  }

  /** What was decided at the gates of a review after one instant, to another. */
  async gateDecisions(
    reviewId: string,
    [after, until]: string[],
  ): Promise<ReviewDiff['gates']> {
    const rows: GateRequestRow[] = await this.knex<GateRequestRow>(
      'gate_requests',
    )
      .where('review_id', reviewId)
      .whereIn('status', ['GO', 'GO_WITH_CONDITIONS', 'NO_GO'])
      .where('decided_at', '>', after)
      .where('decided_at', '<=', until)
      .orderBy(['decided_at', 'gate_id', 'number']);
    return rows.map(row => {
      const basis = fromJson(row.basis) as GateRequest['basis'];
      return {
        gate: row.gate_id,
        name: basis?.gate?.name ?? row.gate_id,
        number: row.number,
        decision: row.status as ReviewDiff['gates'][number]['decision'],
        decidedAt: row.decided_at!,
        decidedBy: row.decided_by!,
      };
    });
  }
}
