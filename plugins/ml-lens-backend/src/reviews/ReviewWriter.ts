// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError } from '@backstage/errors';
import { CompiledLens, ReviewEvent, ReviewState } from '@ml-lens/lens-model';
import { lensAt } from '@ml-lens/lens-model/announced';
import { Knex } from 'knex';
import type { Clock } from '../clock';
import { type LensService, requireUsable } from '../lenses/LensService';
import type { ReviewChanges } from '../signals/ReviewSignals';
import { noWorkload } from '../errors';
import { lockWorkloads } from '../workloads/lockWorkloads';
import { beginReview } from './beginReview';
import { updateDoubts } from './updateDoubts';
import { Fold, foldEvents } from './projection/fold';
import {
  judgingLens,
  projectionOf,
  ReviewContext,
} from './projection/projection';
import { type HeldReviewRow, holdReview } from './holdReview';
import { noReview, reviewIdOf, ReviewStore } from './ReviewStore';
import { ReviewRow } from './rows';
import { WriteTurns } from './WriteTurns';

/** An event before it has its place in the history of its review. */
export type NewEvent = Pick<ReviewEvent, 'type' | 'by' | 'source'> &
  Partial<
    Pick<
      ReviewEvent,
      'questionId' | 'phaseId' | 'before' | 'after' | 'proposal'
    >
  > & {
    /** Left out: the version the review is judged with. */
    lensVersion?: string;
  };

/** A review while it is being written: nobody else can change it. */
export interface LockedReview {
  row: ReviewRow;
  state: ReviewState;
  lens: CompiledLens;
  tx: Knex.Transaction;
}

/** A review after it was written. */
export interface WrittenReview {
  /** When it was written. */
  at: string;
  lens: CompiledLens;
  /** What it was. */
  before: ReviewState;
  fold: Fold;
  /** Whether anything happened. */
  changed: boolean;
}

/** Checks a review and says what happens to it. */
type Decide = (
  review: LockedReview,
) => readonly NewEvent[] | Promise<readonly NewEvent[]>;

/** How a review is written. */
interface WriteOptions {
  /** Other lens versions the events name. */
  versions?: readonly CompiledLens[];
  /**
   * The events move the review to another version, so the one it is at need not
   * take answers any more.
   */
  leaving?: boolean;
}

type WriterLenses = Pick<
  LensService,
  'compiled' | 'compiledAlready' | 'latestPublished' | 'levels'
>;

/** How often a write starts over because the review changed under it. */
const ATTEMPTS = 3;

/** Writes events together with everything that follows from them. */
export class ReviewWriter {
  readonly #turns: WriteTurns;

  constructor(
    private readonly deps: {
      clock: Clock;
      store: ReviewStore;
      lenses: WriterLenses;
      /** Told of every review written, once that is stored. */
      changes?: Pick<ReviewChanges, 'changed'>;
      /** How long a write waits for others, in milliseconds; 3 s unless told. */
      patienceMs?: number;
    },
  ) {
    this.#turns = new WriteTurns(deps.patienceMs);
  }

  /**
   * Locks a review, lets `decide` check it and say what happens, and stores
   * that with all that follows from it, in one transaction. What `decide`
   * throws leaves everything as it was, and so does nothing at all. Events never go back in time: one
   * written while the clock lags gets the instant of the event in front. A
   * first event begins the review, with any lens that is published.
   *
   * @throws NotFoundError when there is no workload, or it has no review with the
   *   lens and none can begin, because no version of it is published
   * @throws ConflictError when the lens version takes no answers any more
   * @throws UnavailableError when others write the review and do not finish
   */
  async write(
    workloadId: string,
    lensId: string,
    decide: Decide,
    options: WriteOptions = {},
  ): Promise<WrittenReview> {
    return await this.#turns.take(
      reviewIdOf(workloadId, lensId),
      async patienceMs =>
        await this.#write(workloadId, lensId, decide, options, patienceMs),
    );
  }

  async #write(
    workloadId: string,
    lensId: string,
    decide: Decide,
    options: WriteOptions,
    patienceMs: () => number,
  ): Promise<WrittenReview> {
    const reviewId = reviewIdOf(workloadId, lensId);
    const { lenses, store } = this.deps;
    // What memory lacks is looked up between two attempts, and not within one:
    // it is read from the database, of which SQLite has one connection.
    const lookedUp = new Map<string, CompiledLens>();
    let newest: CompiledLens | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const known = newest;
      const written = await store.holding(
        reviewId,
        async (tx, held) => {
          const row = held ?? (await this.#begin(tx, workloadId, known));
          if (!row) {
            return { lacks: null };
          }
          const { lens_version: version, lens_status: status } = row;
          if (status && !options.leaving) {
            requireUsable(lensId, version, status);
          }
          const lens =
            lookedUp.get(version) ?? lenses.compiledAlready(lensId, version);
          return lens
            ? await this.#append(tx, row, lens, decide, options.versions ?? [])
            : { lacks: version };
        },
        { patienceMs: patienceMs() },
      );
      if (!('lacks' in written)) {
        if (written.changed) {
          this.deps.changes?.changed(reviewId);
        }
        return written;
      }
      if (written.lacks !== null) {
        lookedUp.set(
          written.lacks,
          await lenses.compiled(lensId, written.lacks),
        );
      } else {
        newest = await lenses.latestPublished(lensId);
        if (!newest) {
          throw noReview(workloadId, lensId);
        }
        lookedUp.set(newest.version, newest);
      }
    }
    throw new ConflictError(
      `The lens version of the review of '${workloadId}' with '${lensId}' is just being changed; try again`,
    );
  }

  /** Begins a review with a lens, where that is known by now. */
  async #begin(
    tx: Knex.Transaction,
    workloadId: string,
    lens: CompiledLens | undefined,
  ): Promise<HeldReviewRow | undefined> {
    const [workload] = await lockWorkloads(tx, [workloadId]);
    if (!workload) {
      throw noWorkload(workloadId);
    }
    if (!lens) {
      return undefined;
    }
    await beginReview(tx, workloadId, lens, this.deps.clock(), version =>
      this.deps.lenses.levels(version),
    );
    const [row] = await holdReview(tx, reviewIdOf(workloadId, lens.id));
    if (!row) {
      throw noReview(workloadId, lens.id);
    }
    return row;
  }

  async #append(
    tx: Knex.Transaction,
    row: ReviewRow,
    lens: CompiledLens,
    decide: Decide,
    versions: readonly CompiledLens[],
  ): Promise<WrittenReview> {
    const reviewId = row.review_id;
    const { state, doubted } = (await this.deps.store.standing([row], tx)).get(
      reviewId,
    )!;
    const context: ReviewContext = {
      reviewId,
      lensId: row.lens_id,
      lens: lensOfVersion([lens, ...versions]),
      levels: version => this.deps.lenses.levels(version),
    };
    const recordedAt = this.deps.clock();
    const at =
      row.last_at !== null && row.last_at > recordedAt
        ? row.last_at
        : recordedAt;
    const decided = await decide({ row, state, lens: lensAt(lens, at), tx });
    const events = decided.map(
      (event, index): ReviewEvent => ({
        seq: row.last_seq + 1 + index,
        at,
        lensVersion: lens.version,
        questionId: null,
        phaseId: null,
        before: null,
        after: null,
        ...event,
      }),
    );
    const fold = foldEvents(context, state, events);
    const written = {
      at,
      lens: judgingLens(context, fold.state),
      before: state,
      fold,
      changed: events.length > 0,
    };
    if (!written.changed) {
      return written;
    }
    await this.deps.store.save(
      tx,
      [
        {
          reviewId,
          events,
          before: projectionOf(context, state),
          after: fold.projection,
          history: fold.history,
          milestones: fold.milestones,
        },
      ],
      recordedAt,
    );
    await updateDoubts(tx, reviewId, events, {
      lens: context.lens,
      doubted,
    });
    return written;
  }
}

/** Finds lens versions among those at hand. */
export function lensOfVersion(
  lenses: Iterable<CompiledLens>,
): (version: string) => CompiledLens {
  const byVersion = new Map<string, CompiledLens>();
  for (const lens of lenses) {
    byVersion.set(lens.version, lens);
  }
  return version => {
    const lens = byVersion.get(version);
    if (!lens) {
      throw new Error(`Lens version '${version}' was not looked up`);
    }
    return lens;
  };
}
