// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AnswerState,
  emptyAnswerState,
  ReviewEvent,
} from '@ml-lens/lens-model';
import { Knex } from 'knex';
import { chunksOf } from '../database/sql';
import { readTogether } from '../database/together';
import { fromJson, toEvent } from './reviewRows';
import { AnswerEventRow } from './rows';

/** What a move to another lens version says of the answers it changed. */
type MovedAnswers = Record<string, AnswerState | null>;

function movedBy({ after }: ReviewEvent): MovedAnswers {
  return (after as { answers: MovedAnswers }).answers;
}

/** What an answer says; one that was taken back says nothing. */
function saidBy({ after }: ReviewEvent): AnswerState {
  return (after as AnswerState | null) ?? emptyAnswerState();
}

/** Whether an answer came from another lens, where nobody had given any. */
function fillsIn({ source }: ReviewEvent): boolean {
  return source === 'UPGRADE';
}

/** What happened to reviews; only ever appended to. */
export class EventStore {
  constructor(private readonly knex: Knex) {}

  /** Events of a review up to an instant, oldest first. */
  async list(
    reviewId: string,
    until?: string,
    knex: Knex = this.knex,
  ): Promise<ReviewEvent[]> {
    const query = knex<AnswerEventRow>('answer_events')
      .where('review_id', reviewId)
      .orderBy('seq');
    const rows = await (until ? query.where('at', '<=', until) : query);
    return rows.map(toEvent);
  }

  /** Events of reviews between two instants, both included, by review id. */
  async between(
    knex: Knex,
    reviewIds: Iterable<string>,
    from: string,
    to: string,
  ): Promise<Map<string, ReviewEvent[]>> {
    const events = new Map<string, ReviewEvent[]>();
    for (const chunk of chunksOf([...reviewIds], 500)) {
      const rows = await knex<AnswerEventRow>('answer_events')
        .whereIn('review_id', chunk)
        .whereBetween('at', [from, to])
        .orderBy(['review_id', 'seq']);
      for (const row of rows) {
        const before = events.get(row.review_id) ?? [];
        before.push(toEvent(row));
        events.set(row.review_id, before);
      }
    }
    return events;
  }

  /**
   * The latest changes of one answer, newest first: answers, and moves to
   * another lens version that changed it. Each raised its revision by one.
   */
  async changesOf(
    knex: Knex,
    reviewId: string,
    questionId: string,
    limit: number,
  ): Promise<{ seq: number; before: AnswerState | null }[]> {
    const answered = await knex<AnswerEventRow>('answer_events')
      .where({ review_id: reviewId, question_id: questionId })
      .orderBy('seq', 'desc')
      // One more, which says what was before the last.
      .limit(limit + 1);
    const moved: AnswerEventRow[] = await this.#moves(reviewId, knex);
    const changes = [
      ...answered.map(toEvent).map(event => ({
        seq: event.seq,
        after: saidBy(event),
        isFirst: fillsIn(event),
      })),
      ...moved.map(toEvent).flatMap(event => {
        const answers = movedBy(event);
        return questionId in answers
          ? [{ seq: event.seq, after: answers[questionId], isFirst: false }]
          : [];
      }),
    ].sort((a, b) => b.seq - a.seq);
    return changes.slice(0, limit).map(({ seq, isFirst }, index) => ({
      seq,
      before: isFirst ? null : changes.at(index + 1)?.after ?? null,
    }));
  }

  /**
   * Events of a review with what the answers were before, which the events in
   * front of them say.
   *
   * @param events - with none left out in between, but of other questions
   */
  async withBefore(
    reviewId: string,
    events: readonly ReviewEvent[],
  ): Promise<ReviewEvent[]> {
    const answered = events.filter(({ type }) => type === 'ANSWERED');
    if (answered.length === 0) {
      return [...events];
    }
    const seqs = answered.map(({ seq }) => seq);
    const questions = new Set(answered.map(({ questionId }) => questionId!));
    const rows = await readTogether<{
      said: AnswerEventRow;
      moved: AnswerEventRow;
    }>(this.knex, {
      said: this.#eventsOf(reviewId).whereIn(
        'seq',
        this.#eventsOf(reviewId)
          .whereIn('question_id', [...questions])
          .where('seq', '<', Math.min(...seqs))
          .groupBy('question_id')
          .max('seq'),
      ),
      moved: this.#moves(reviewId).where('seq', '<', Math.max(...seqs)),
    });
    const inOrder = new Map(
      [...[...rows.said, ...rows.moved].map(toEvent), ...events]
        .sort((a, b) => a.seq - b.seq)
        .map(event => [event.seq, event]),
    );
    const standing: MovedAnswers = {};
    const before = new Map<number, AnswerState | null>();
    for (const event of inOrder.values()) {
      if (event.type === 'LENS_UPGRADED') {
        Object.assign(standing, movedBy(event));
      } else if (event.questionId !== null) {
        before.set(
          event.seq,
          fillsIn(event) ? null : standing[event.questionId] ?? null,
        );
        standing[event.questionId] = saidBy(event);
      }
    }
    return events.map(event =>
      event.type === 'ANSWERED'
        ? { ...event, before: before.get(event.seq) ?? null }
        : event,
    );
  }

  /** Every lens version the events of a review name. */
  async lensVersions(reviewId: string): Promise<string[]> {
    const versions: string[] = await this.knex('answer_events')
      .where('review_id', reviewId)
      .distinct('lens_version')
      .pluck('lens_version');
    const upgrades = await this.#moves(reviewId).select('before', 'after');
    for (const { before, after } of upgrades) {
      for (const side of [before, after]) {
        const { lensVersion } = (fromJson(side) ?? {}) as {
          lensVersion?: string;
        };
        if (lensVersion !== undefined) {
          versions.push(lensVersion);
        }
      }
    }
    return [...new Set(versions)];
  }

  /** A page of a review's events, newest first. */
  async before(
    reviewId: string,
    options: { beforeSeq?: number; questionId?: string; limit: number },
  ): Promise<ReviewEvent[]> {
    const query = this.#eventsOf(reviewId, options.questionId)
      .orderBy('seq', 'desc')
      .limit(options.limit);
    if (options.beforeSeq !== undefined) {
      query.where('seq', '<', options.beforeSeq);
    }
    return ((await query.select()) as AnswerEventRow[]).map(toEvent);
  }

  /** Events of a review from the one numbered `seq` on, oldest first. */
  async from(
    reviewId: string,
    options: { fromSeq: number; questionId?: string; limit: number },
  ): Promise<ReviewEvent[]> {
    const rows: AnswerEventRow[] = await this.#eventsOf(
      reviewId,
      options.questionId,
    )
      .where('seq', '>=', options.fromSeq)
      .orderBy('seq')
      .limit(options.limit)
      .select();
    return rows.map(toEvent);
  }

  /**
   * The few events that decide what a review's answers were, and in which phase
   * it was: the last one of each question, every move to another lens version,
   * the last start of each phase by hand, the last word on the phase, and the
   * last of all; oldest first.
   */
  async decisive(
    reviewId: string,
    until: { at: string } | { seq: number },
  ): Promise<ReviewEvent[]> {
    const upTo = () => {
      const query = this.#eventsOf(reviewId);
      return 'at' in until
        ? query.where('at', '<=', until.at)
        : query.where('seq', '<=', until.seq);
    };
    const answered = upTo()
      .whereNotNull('question_id')
      // A confirmation says who confirmed, and not who answered.
      .groupBy('question_id', 'type')
      .max({ seq: 'seq' });
    const moved = upTo().whereRaw(`type = 'LENS_UPGRADED'`).select('seq');
    const phased = upTo()
      .whereIn('type', ['ITERATION_STARTED', 'PHASE_SET'])
      .groupBy('type', 'phase_id')
      .max({ seq: 'seq' });
    // What began a phase is no answer any more where it was taken back.
    const began = upTo()
      .whereIn('at', of =>
        of
          .select('started_at')
          .from('phase_iterations')
          .where('review_id', reviewId),
      )
      .select('seq');
    const last = upTo().max({ seq: 'seq' });
    const seqs = new Set<number>();
    for (const query of [answered, moved, phased, began, last]) {
      for (const { seq } of (await query) as { seq: number | null }[]) {
        if (seq !== null) {
          seqs.add(seq);
        }
      }
    }
    const rows: AnswerEventRow[] = [];
    for (const chunk of chunksOf(
      [...seqs].sort((a, b) => a - b),
      500,
    )) {
      rows.push(
        ...(await this.#eventsOf(reviewId)
          .whereIn('seq', chunk)
          .orderBy('seq')),
      );
    }
    return rows.map(toEvent);
  }

  async count(reviewId: string, questionId?: string): Promise<number> {
    const [{ count }] = await this.#eventsOf(reviewId, questionId).count({
      count: '*',
    });
    return Number(count);
  }

  /** Moves of a review to other versions of its lens. */
  #moves(reviewId: string, knex = this.knex) {
    const events = knex('answer_events').where('review_id', reviewId);
    // A literal, so that the index of upgrades serves it.
    return events.whereRaw(`type = 'LENS_UPGRADED'`);
  }

  #eventsOf(reviewId: string, questionId?: string) {
    const query = this.knex('answer_events').where('review_id', reviewId);
    return questionId === undefined
      ? query
      : query.where('question_id', questionId);
  }
}
