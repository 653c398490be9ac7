// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError } from '@backstage/errors';
import { CompiledLens, ReviewEvent, ReviewState } from '@ml-lens/lens-model';
import { lensAt } from '@ml-lens/lens-model/announced';
import { Knex } from 'knex';
import { type Clock, presentOf } from '../clock';
import { type LensService, requireUsable } from '../lenses/LensService';
import type { ReviewChanges } from '../signals/ReviewSignals';
import { noWorkload } from '../errors';
import { lockWorkloads } from '../workloads/lockWorkloads';
import { beginReview } from './beginReview';
import { updateDoubts } from './updateDoubts';
import type { ReviewChange } from './projection/projectionWrites';
import { Fold, foldEvents } from './projection/fold';
import {
  judgingLens,
  projectionOf,
  ReviewContext,
} from './projection/projection';
import { type HeldReviewRow, holdReview } from './holdReview';
import { type KeptReview, KeptReviews, standingAt } from './KeptReviews';
import {
  noReview,
  reviewIdOf,
  ReviewStore,
  type StandingReview,
} from './ReviewStore';
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

/** What a review says by itself. */
type StandingOf = Pick<LockedReview, 'state' | 'lens'>;

/** Checks a review and says what happens to it. */
type Decide = (
  review: LockedReview,
) => readonly NewEvent[] | Promise<readonly NewEvent[]>;

/** {@link Decide} by nothing but what the review says. */
type DecideAlone = (review: StandingOf) => readonly NewEvent[];

/** A review as it is to be stored. */
interface Step extends WrittenReview {
  recordedAt: string;
  /** Left out where nothing happened. */
  change?: ReviewChange;
  /** Questions whose answers are in doubt after it, where that is known. */
  doubted?: ReadonlySet<string>;
}

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
  readonly #kept = new KeptReviews();

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
   * throws leaves everything as it was, and so does nothing at all. Events never
   * go back in time: one written while the clock lags gets the instant of the
   * event in front. A first event begins the review, with any lens that is
   * published.
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

  /**
   * {@link ReviewWriter.write} where what happens follows from the review alone.
   * Where this backend was the last to write the review, it goes on from what it
   * knows, in one statement, so `decide` may be asked twice.
   */
  async append(
    workloadId: string,
    lensId: string,
    decide: DecideAlone,
  ): Promise<WrittenReview> {
    return await this.#turns.take(
      reviewIdOf(workloadId, lensId),
      async patienceMs =>
        (await this.#goOn(workloadId, lensId, decide)) ??
        (await this.#write(workloadId, lensId, decide, {}, patienceMs)),
    );
  }

  /**
   * Goes on from what is known of a review; undefined where that is nothing, or
   * out of date. Whoever is refused, or changes nothing, has that from what is
   * stored.
   */
  async #goOn(
    workloadId: string,
    lensId: string,
    decide: DecideAlone,
  ): Promise<WrittenReview | undefined> {
    const { lenses, store } = this.deps;
    const reviewId = reviewIdOf(workloadId, lensId);
    const kept = store.savesInOne ? this.#kept.get(reviewId) : undefined;
    const lens = kept && lenses.compiledAlready(lensId, kept.state.lensVersion);
    if (!lens) {
      return undefined;
    }
    const step = await this.#step(reviewId, lens, kept, decide).catch(
      () => undefined,
    );
    if (!step?.change || step.change.events.some(endsDoubt(kept.doubted))) {
      return undefined;
    }
    const { change, recordedAt } = step;
    return (await store.saveNext(change, standingAt(kept), recordedAt))
      ? this.#done(reviewId, { ...step, doubted: kept.doubted })
      : undefined;
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
        return this.#done(reviewId, written);
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

  /** What is to be done once a write is stored for good. */
  #done(reviewId: string, step: Step): WrittenReview {
    if (step.changed) {
      this.#kept.keep(reviewId, step.fold, step.doubted);
      this.deps.changes?.changed(reviewId);
    }
    return step;
  }

  async #append(
    tx: Knex.Transaction,
    row: HeldReviewRow,
    lens: CompiledLens,
    decide: Decide,
    versions: readonly CompiledLens[],
  ): Promise<Step> {
    const { store } = this.deps;
    const reviewId = row.review_id;
    const standing =
      this.#kept.of(row) ?? (await store.standing([row], tx)).get(reviewId)!;
    const step = await this.#step(
      reviewId,
      lens,
      standing,
      async review => await decide({ ...review, row, tx }),
      versions,
    );
    if (!step.change) {
      return step;
    }
    await store.save(tx, [step.change], step.recordedAt);
    const doubted = await updateDoubts(tx, reviewId, step.change.events, {
      lens: lensOfVersion([lens, ...versions]),
      doubted: standing.doubted,
    });
    return { ...step, doubted };
  }

  /** What somebody decides, and all that follows from it. */
  async #step(
    reviewId: string,
    lens: CompiledLens,
    { state, projection }: Pick<StandingReview, 'state'> & Partial<KeptReview>,
    decide: (review: StandingOf) => ReturnType<Decide>,
    versions: readonly CompiledLens[] = [],
  ): Promise<Step> {
    const context: ReviewContext = {
      reviewId,
      lensId: lens.id,
      lens: lensOfVersion([lens, ...versions]),
      levels: version => this.deps.lenses.levels(version),
    };
    const recordedAt = this.deps.clock();
    const at = presentOf(() => recordedAt, state.lastAt);
    const decided = await decide({ state, lens: lensAt(lens, at) });
    const events = decided.map(
      (event, index): ReviewEvent => ({
        seq: state.lastSeq + 1 + index,
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
    return {
      at,
      lens: judgingLens(context, fold.state),
      before: state,
      fold,
      changed: events.length > 0,
      recordedAt,
      ...(events.length > 0 && {
        change: {
          reviewId,
          events,
          before: projection ?? projectionOf(context, state),
          after: fold.projection,
          history: fold.history,
          milestones: fold.milestones,
        },
      }),
    };
  }
}

/** Whether an event ends a doubt about an answer. */
function endsDoubt(doubted: ReadonlySet<string>) {
  return ({ questionId }: ReviewEvent) =>
    questionId !== null && doubted.has(questionId);
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
