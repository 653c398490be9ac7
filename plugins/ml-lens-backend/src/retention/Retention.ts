// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { laterBy } from '../clock';
import { toNumber } from '../database/sql';
import { inTransaction } from '../database/transaction';
import type { Deps } from '../deps';
import { answerFromJson, answerToJson } from '../reviews/answerStates';
import type { ReviewStore } from '../reviews/ReviewStore';
import type { AnswerEventRow } from '../reviews/rows';

/** Rows looked at in one transaction. */
const BATCH = 500;

type OldEvent = Pick<
  AnswerEventRow,
  'review_id' | 'question_id' | 'seq' | 'before' | 'after'
>;

/** Those with notes, and some without; see answerToJson. */
const WITH_NOTES = '[%],"_%';

/** Events that hold an answer with its notes. */
const NOTED = ['ANSWERED', 'CONFIRMED'];

/** Forgets what has been kept long enough, in small steps. */
export class Retention {
  constructor(
    private readonly deps: Pick<Deps, 'clock' | 'knex' | 'logger'> & {
      reviews: Pick<ReviewStore, 'lock'>;
      /** How long evidence is kept after it was seen; for good unless told. */
      evidence?: HumanDuration;
      /** How long notes that others replaced are kept; for good unless told. */
      notes?: HumanDuration;
    },
  ) {}

  /** Every night, on one replica, where there is anything to forget at all. */
  async schedule(scheduler: Deps['scheduler']): Promise<void> {
    if (!this.deps.evidence && !this.deps.notes) {
      return;
    }
    await scheduler.scheduleTask({
      id: 'retention',
      frequency: { cron: '15 3 * * *' },
      timeout: { hours: 2 },
      scope: 'global',
      fn: async signal => {
        await this.run(signal);
      },
    });
  }

  /**
   * Forgets evidence, and notes in the history, that are past their time. Can
   * be stopped between two steps.
   *
   * @returns pieces of evidence, and events and proposals with notes, that were
   *   forgotten
   */
  async run(
    signal?: AbortSignal,
  ): Promise<{ evidence: number; notes: number }> {
    const forgotten = {
      evidence: await this.#forgetEvidence(signal),
      notes:
        (await this.#forgetNotes(signal)) +
        (await this.#forgetProposals(signal)),
    };
    if (forgotten.evidence > 0 || forgotten.notes > 0) {
      this.deps.logger.info('Forgot what was kept long enough', forgotten);
    }
    return forgotten;
  }

  async #forgetEvidence(signal?: AbortSignal): Promise<number> {
    const { evidence, knex } = this.deps;
    let forgotten = 0;
    for (let last = BATCH; evidence && last === BATCH && !signal?.aborted; ) {
      const old = knex('reported_evidence')
        .where('observed_at', '<', this.#before(evidence))
        .limit(BATCH)
        .select('evidence_id');
      last = await knex('reported_evidence')
        .whereIn('evidence_id', old)
        .delete();
      forgotten += last;
    }
    return forgotten;
  }

  /**
   * Empties the notes of answers that others replaced long enough ago: the
   * answer a review has now, and everything that follows from it, stays.
   */
  async #forgetNotes(signal?: AbortSignal): Promise<number> {
    const { notes, knex, reviews } = this.deps;
    let forgotten = 0;
    let after: OldEvent | undefined;
    while (notes && !signal?.aborted) {
      const events = await this.#answersBefore(this.#before(notes), after);
      after = events.at(-1);
      if (!after) {
        break;
      }
      const latest = await this.#latest(this.#before(notes), events);
      const changes = events.flatMap(event =>
        withoutNotes(event, latest.get(questionOf(event))!),
      );
      if (changes.length > 0) {
        await inTransaction(knex, async tx => {
          await reviews.lock(tx, [
            ...new Set(changes.map(change => change.review_id)),
          ]);
          for (const { review_id, seq, ...change } of changes) {
            await tx<AnswerEventRow>('answer_events')
              .where({ review_id, seq })
              .update(change);
          }
        });
        forgotten += changes.length;
      }
    }
    return forgotten;
  }

  /**
   * Empties the notes that proposals hold once they have ended: those proposed,
   * and those of the answer they started from. What was decided stays; without
   * the answer before, it cannot be taken back any more.
   */
  async #forgetProposals(signal?: AbortSignal): Promise<number> {
    const { notes, knex } = this.deps;
    let forgotten = 0;
    for (let last = BATCH; notes && last === BATCH && !signal?.aborted; ) {
      const ended = await knex('proposals')
        .where('ended_at', '<', this.#before(notes))
        .where(noted =>
          noted.whereNotNull('base').orWhere(proposed =>
            proposed
              .where('answer', 'like', '%"notes":"_%')
              // Empty already: else it would be found again for ever.
              .whereNot('answer', 'like', '%"notes":""%'),
          ),
        )
        .limit(BATCH)
        .select('proposal_id', 'answer');
      await inTransaction(knex, async tx => {
        for (const { proposal_id, answer } of ended) {
          await tx('proposals')
            .where({ proposal_id })
            .update({
              base: null,
              answer: emptied(answer),
              decided_revision: null,
            });
        }
      });
      last = ended.length;
      forgotten += last;
    }
    return forgotten;
  }

  async #answersBefore(
    at: string,
    after: OldEvent | undefined,
  ): Promise<OldEvent[]> {
    const { knex } = this.deps;
    return await knex('answer_events')
      .whereIn('type', NOTED)
      .where('at', '<', at)
      .where(noted =>
        noted
          .where('before', 'like', WITH_NOTES)
          .orWhere('after', 'like', WITH_NOTES),
      )
      .modify(query => {
        if (after) {
          query.whereRaw('(review_id, seq) > (?, ?)', [
            after.review_id,
            after.seq,
          ]);
        }
      })
      .orderBy(['review_id', 'seq'])
      .limit(BATCH)
      .select('review_id', 'question_id', 'seq', 'before', 'after');
  }

  /**
   * The last answers before an instant of all questions of the reviews of some
   * events: what stood then was replaced later, if at all.
   */
  async #latest(
    at: string,
    events: readonly OldEvent[],
  ): Promise<Map<string, number>> {
    const rows: OldEvent[] = await this.deps
      .knex('answer_events')
      .whereIn('review_id', [...new Set(events.map(event => event.review_id))])
      .whereIn('type', NOTED)
      .where('at', '<', at)
      .groupBy('review_id', 'question_id')
      .select('review_id', 'question_id')
      .max({ seq: 'seq' });
    return new Map(rows.map(row => [questionOf(row), toNumber(row.seq)]));
  }

  #before(duration: HumanDuration): string {
    return laterBy(this.deps.clock(), -durationToMilliseconds(duration));
  }
}

function questionOf({
  review_id,
  question_id,
}: Pick<AnswerEventRow, 'review_id' | 'question_id'>): string {
  return JSON.stringify([review_id, question_id]);
}

/** What to change of an event, if its notes say anything. */
function withoutNotes(
  event: OldEvent,
  latest: number,
): Pick<AnswerEventRow, 'review_id' | 'seq' | 'before' | 'after'>[] {
  const { review_id, seq } = event;
  const before = silent(event.before);
  const after = seq < latest ? silent(event.after) : event.after;
  return before === event.before && after === event.after
    ? []
    : [{ review_id, seq, before, after }];
}

/** What an event says, without the notes. */
function silent(json: string | null): string | null {
  const state = json === null ? null : answerFromJson(json);
  return state?.notes ? answerToJson({ ...state, notes: '' }) : json;
}

/** What a proposal holds, with no notes. */
function emptied(json: string | null): string | null {
  const state = json === null ? null : JSON.parse(json);
  return state?.notes ? JSON.stringify({ ...state, notes: '' }) : json;
}
