// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  CompiledLens,
  HistoryProblem,
  linesOutOfOrder,
  ParsedHistory,
  ParsedHistoryLine,
  parseHistory,
} from '@ml-lens/lens-model';
import { ConflictError, InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { chunksOf, selectByKey } from '../database/sql';
import type { Deps } from '../deps';
import { addReviews } from '../reviews/ensureReviews';
import { foldHistory } from '../reviews/projection/fold';
import { projectionOf } from '../reviews/projection/projection';
import { lensOfVersion } from '../reviews/ReviewWriter';
import { AnswerRow, ReviewRow } from '../reviews/rows';
import type { ReviewChanges } from '../signals/ReviewSignals';
import { WorkloadRow } from '../workloads/rows';
import { lockWorkloads } from '../workloads/lockWorkloads';
import { HistoryImportError, HistoryUnit } from './errors';
import { GateLines } from './gateLines';
import { eventsOfLines, isReviewLine } from './eventsOfLines';
import { futureLines } from './futureLines';
import { lensesAfter, lookUpLenses } from './knownLenses';
import { unknownLines } from './knownLines';
import { groupProfiles, importProfiles, unknownLayers } from './profileLines';
import {
  firstLens,
  groupByReview,
  KnownLenses,
  ReviewLines,
} from './reviewLines';

/** Reviews folded in memory before their rows are written. */
const REVIEWS_PER_STEP = 50;

/** How an import goes about it. */
export interface ImportOptions {
  /** Runs first in the transaction; false stops there. */
  first?: (tx: Knex.Transaction, at: string) => Promise<boolean>;
  /** Gets the answers of each review as they are stored. */
  onAnswers?: (reviewId: string, answers: readonly AnswerRow[]) => void;
  /** Leaves out answers that say what the review says already. */
  onlyChanges?: boolean;
  /** Takes events of the future, for a demo on a machine whose clock is behind. */
  acceptFuture?: boolean;
  /** What problems count by. */
  unit?: HistoryUnit;
}

/** Imports review history from files. */
export class HistoryImporter {
  constructor(
    private readonly deps: Pick<
      Deps,
      'clock' | 'lenses' | 'reviews' | 'workloads'
    > & {
      /** Told of every review that is changed. */
      changes?: Pick<ReviewChanges, 'changed'>;
    },
  ) {}

  /** The workload in the AWS tool, where an entity names it. */
  async awsWorkloadArn(workloadId: string): Promise<string | null> {
    return await this.deps.workloads.awsWorkloadArn(workloadId);
  }

  /**
   * Imports a history file: all of it in one transaction, or nothing.
   * Workloads nobody knows yet are created without entities; they wait for the
   * entity that names them. Lines that are in the history already are left out.
   *
   * @returns what was imported; undefined when `first` said no
   * @throws HistoryImportError naming every bad line
   */
  async import(
    text: string,
    options: ImportOptions = {},
  ): Promise<MlLensResponse<'importHistory'> | undefined> {
    return await this.importParsed(parseHistory(text), options);
  }

  /**
   * Imports the lines of a file that is read already, as {@link import} does.
   *
   * @throws HistoryImportError when there are problems, or it finds one
   * @throws InputError when there is nothing to import
   */
  async importParsed(
    { lines, problems: unreadable }: ParsedHistory,
    options: ImportOptions = {},
  ): Promise<MlLensResponse<'importHistory'> | undefined> {
    const at = this.deps.clock();
    if (lines.length === 0 && unreadable.length === 0) {
      throw new InputError('Invalid body: there is nothing in it to import');
    }
    const problems = [
      ...unreadable,
      ...(options.acceptFuture ? [] : futureLines(lines, at)),
    ];
    const reviews = groupByReview(lines.filter(isReviewLine));
    const profiles = groupProfiles(lines);
    const known = await lookUpLenses(this.deps, reviews);
    const importable = reviews.filter(review =>
      this.#checkLens(review, known, problems),
    );
    const lenses = await lensesAfter(
      this.deps,
      profiles.keys(),
      importable,
      known,
    );
    problems.push(...unknownLayers(profiles, id => lenses.get(id) ?? []));
    // A bad line may turn up among those another seems to be earlier than.
    // Whichever it is, there is something wrong and nothing to be stored.
    const checkOnly =
      problems.length > 0 || linesOutOfOrder(lines, problems).length > 0;
    const result = await this.deps.reviews.transaction(async tx => {
      // Its own list: the transaction may have to start over.
      const found = [...problems];
      if (options.first && !(await options.first(tx, at))) {
        return undefined;
      }
      await this.#createWorkloads(tx, lines, at);
      await this.deps.reviews.lock(
        tx,
        importable.map(review => review.reviewId),
      );
      await this.#createReviews(tx, importable, known, at);
      const { set, problems: late } = await importProfiles(
        tx,
        this.deps.workloads,
        profiles,
      );
      found.push(...late);
      const added = new Map<string, number>();
      for (const step of chunksOf(importable, REVIEWS_PER_STEP)) {
        await this.#importReviews(tx, step, known, found, added, at, {
          ...options,
          checkOnly,
        });
      }
      found.push(...linesOutOfOrder(lines, found));
      if (found.length > 0) {
        throw new HistoryImportError(found, options.unit);
      }
      return {
        added,
        events: [...added.values(), ...set.values()].reduce((a, b) => a + b, 0),
        workloads: new Set([
          ...set.keys(),
          ...reviews.flatMap(({ reviewId, workloadId }) =>
            added.has(reviewId) ? workloadId : [],
          ),
        ]).size,
        reviews: added.size,
      };
    });
    if (!result) {
      return undefined;
    }
    const { added, ...counts } = result;
    for (const reviewId of added.keys()) {
      this.deps.changes?.changed(reviewId);
    }
    return counts;
  }

  #checkLens(
    { lensId, lines }: ReviewLines,
    { versions }: KnownLenses,
    problems: HistoryProblem[],
  ): boolean {
    if (versions.has(lensId)) {
      return true;
    }
    problems.push(
      ...lines.map(({ line }) => ({
        line,
        code: 'UNKNOWN_LENS',
        message: `lens: there is no published lens "${lensId}"`,
      })),
    );
    return false;
  }

  async #createWorkloads(
    tx: Knex.Transaction,
    lines: readonly ParsedHistoryLine[],
    at: string,
  ): Promise<void> {
    const workloads = new Map<string, { lensIds: string[] }>();
    for (const { value } of lines) {
      const workload = workloads.get(value.workload) ?? { lensIds: [] };
      if ('lens' in value && !workload.lensIds.includes(value.lens)) {
        workload.lensIds.push(value.lens);
      }
      workloads.set(value.workload, workload);
    }
    await lockWorkloads(tx, workloads.keys());
    await this.deps.workloads.createOrphans(tx, workloads, at);
  }

  async #createReviews(
    tx: Knex.Transaction,
    reviews: readonly ReviewLines[],
    known: KnownLenses,
    at: string,
  ): Promise<void> {
    for (const step of chunksOf(reviews, REVIEWS_PER_STEP)) {
      const stored = new Set(
        (
          await this.deps.reviews.reviews(
            step.map(review => review.reviewId),
            tx,
          )
        ).map(row => row.review_id),
      );
      const missing = step.filter(({ reviewId }) => !stored.has(reviewId));
      const workloads = await selectByKey<WorkloadRow>(
        tx,
        'workloads',
        'workload_id',
        missing.map(review => review.workloadId),
      );
      await addReviews(
        tx,
        { levels: lens => this.deps.lenses.levels(lens) },
        missing.map(review => ({
          workload: workloads.get(review.workloadId)!,
          lens: firstLens(review, known),
        })),
        at,
      );
    }
  }

  async #importReviews(
    tx: Knex.Transaction,
    reviews: readonly ReviewLines[],
    known: KnownLenses,
    problems: HistoryProblem[],
    added: Map<string, number>,
    recordedAt: string,
    {
      onAnswers,
      checkOnly,
      onlyChanges,
    }: ImportOptions & { checkOnly: boolean },
  ): Promise<void> {
    const rows = await this.deps.reviews.lock(
      tx,
      reviews.map(review => review.reviewId),
    );
    const byId = new Map<string, ReviewRow>(
      rows.map(row => [row.review_id, row]),
    );
    const states = await this.deps.reviews.states(rows, tx);
    const milestones = await this.deps.reviews.milestoneNames(byId.keys(), tx);
    const gates = await GateLines.read(tx, [...byId.keys()]);
    const instants = reviews
      .flatMap(review => review.lines.map(({ value }) => value.at))
      .sort();
    const stored = await this.deps.reviews.events.between(
      tx,
      byId.keys(),
      instants[0],
      instants[instants.length - 1],
    );
    const writes = [];
    for (const review of reviews) {
      const { reviewId, lensId } = review;
      const versions = known.versions.get(lensId)!;
      const row = byId.get(reviewId)!;
      const state = states.get(reviewId)!;
      if (!versions.has(row.lens_version)) {
        throw new ConflictError(
          `The review of '${review.workloadId}' with '${lensId}' is just being moved to another lens version; try again`,
        );
      }
      const unknown = unknownLines(review.lines, stored.get(reviewId) ?? []);
      const { events, problems: wrong } = eventsOfLines(unknown, {
        onlyChanges,
        state,
        lensVersion: row.lens_version,
        lens: version => versions.get(version),
        gate: line => gates.take(reviewId, line),
        milestones: milestones.get(reviewId) ?? [],
      });
      problems.push(...wrong);
      // After the first bad line the rest is only checked.
      if (problems.length === 0 && !checkOnly) {
        const context = {
          reviewId,
          lensId,
          lens: lensOfVersion(versions.values()),
          levels: (lens: CompiledLens) => this.deps.lenses.levels(lens),
        };
        writes.push({
          reviewId,
          events,
          before: projectionOf(context, state),
          fold: await foldHistory(context, state, events, () =>
            tx.raw('select 1'),
          ),
        });
      }
    }
    if (problems.length > 0 || checkOnly) {
      return;
    }
    for (const { reviewId, fold } of writes) {
      onAnswers?.(reviewId, fold.projection.answers);
    }
    const changes = writes.filter(({ events }) => events.length > 0);
    for (const { reviewId, events } of changes) {
      added.set(reviewId, events.length);
    }
    await gates.save(tx);
    await this.deps.reviews.save(
      tx,
      changes.map(({ fold: { projection, ...fold }, ...change }) => ({
        ...change,
        ...fold,
        after: projection,
      })),
      recordedAt,
    );
  }
}
