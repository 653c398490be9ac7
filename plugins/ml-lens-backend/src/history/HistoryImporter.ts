/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import {
  CompiledLens,
  HistoryImportResult,
  HistoryProblem,
  linesOutOfOrder,
  ParsedHistory,
  ParsedHistoryLine,
  parseHistory,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import type { Clock } from '../clock';
import { chunksOf, selectIn } from '../database/sql';
import type { LensService } from '../lenses/LensService';
import { addReviews } from '../reviews/ensureReviews';
import { foldEvents } from '../reviews/projection/fold';
import { projectionOf } from '../reviews/projection/projection';
import { ReviewStore } from '../reviews/ReviewStore';
import { lensOfVersion } from '../reviews/ReviewWriter';
import { AnswerRow, ReviewRow } from '../reviews/rows';
import type { ReviewChanges } from '../signals/ReviewSignals';
import { WorkloadRow } from '../workloads/rows';
import { lockWorkloads } from '../workloads/lockWorkloads';
import { WorkloadStore } from '../workloads/WorkloadStore';
import { HistoryImportError, HistoryUnit } from './errors';
import { eventsOfLines, isReviewLine } from './eventsOfLines';
import { futureLines } from './futureLines';
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
  /** Takes events of the future, for a demo on a machine whose clock is behind. */
  acceptFuture?: boolean;
  /** What problems count by. */
  unit?: HistoryUnit;
}

/** Imports review history from files. */
export class HistoryImporter {
  constructor(
    private readonly deps: {
      clock: Clock;
      workloads: WorkloadStore;
      reviews: ReviewStore;
      lenses: Pick<
        LensService,
        'latestPublished' | 'compiled' | 'levels' | 'status'
      >;
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
   * entity that names them.
   *
   * @returns what was imported; undefined when `first` said no
   * @throws HistoryImportError naming every bad line
   */
  async import(
    text: string,
    options: ImportOptions = {},
  ): Promise<HistoryImportResult | undefined> {
    return await this.importParsed(parseHistory(text), options);
  }

  /**
   * Imports the lines of a file that is read already, as {@link import} does.
   *
   * @throws HistoryImportError when there are problems, or it finds one
   */
  async importParsed(
    { lines, problems: unreadable }: ParsedHistory,
    options: ImportOptions = {},
  ): Promise<HistoryImportResult | undefined> {
    const at = this.deps.clock();
    const problems = [
      ...unreadable,
      ...(options.acceptFuture ? [] : futureLines(lines, at)),
    ];
    const reviews = groupByReview(lines.filter(isReviewLine));
    const profiles = groupProfiles(lines);
    const known = await this.#lookUp(reviews);
    const importable = reviews.filter(review =>
      this.#checkLens(review, known, problems),
    );
    const lenses = await this.#lensesOf(profiles.keys(), importable, known);
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
      found.push(...(await importProfiles(tx, this.deps.workloads, profiles)));
      for (const step of chunksOf(importable, REVIEWS_PER_STEP)) {
        await this.#importReviews(tx, step, known, found, at, {
          ...options,
          checkOnly,
        });
      }
      found.push(...linesOutOfOrder(lines, found));
      if (found.length > 0) {
        throw new HistoryImportError(found, options.unit);
      }
      return {
        events: lines.length,
        workloads: new Set(lines.map(({ value }) => value.workload)).size,
        reviews: reviews.length,
      };
    });
    if (result) {
      importable.forEach(({ reviewId }) =>
        this.deps.changes?.changed(reviewId),
      );
    }
    return result;
  }

  async #lookUp(reviews: readonly ReviewLines[]): Promise<KnownLenses> {
    const known: KnownLenses = { versions: new Map(), latest: new Map() };
    const remember = (lens: CompiledLens) => {
      const versions = known.versions.get(lens.id) ?? new Map();
      known.versions.set(lens.id, versions.set(lens.version, lens));
    };
    for (const lensId of new Set(reviews.map(review => review.lensId))) {
      const latest = await this.deps.lenses.latestPublished(lensId);
      if (latest) {
        known.latest.set(lensId, latest);
        remember(latest);
      }
      const named = new Set(
        reviews
          .filter(review => review.lensId === lensId)
          .flatMap(({ lines }) =>
            lines.flatMap(({ value }) =>
              value.type === 'answer' && value.lensVersion !== undefined
                ? [value.lensVersion]
                : [],
            ),
          ),
      );
      for (const version of named) {
        const lens = await this.#usable(lensId, version);
        if (lens) {
          remember(lens);
        }
      }
    }
    const stored = await this.deps.reviews.reviews(
      reviews.map(review => review.reviewId),
    );
    for (const row of stored) {
      if (!known.versions.get(row.lens_id)?.has(row.lens_version)) {
        remember(
          await this.deps.lenses.compiled(row.lens_id, row.lens_version),
        );
      }
    }
    return known;
  }

  /** The lenses each workload is reviewed with once the file is imported. */
  async #lensesOf(
    workloadIds: Iterable<string>,
    importable: readonly ReviewLines[],
    known: KnownLenses,
  ): Promise<Map<string, CompiledLens[]>> {
    const ids = new Set(workloadIds);
    const lenses = new Map<string, CompiledLens[]>();
    const add = (workloadId: string, lens: CompiledLens) =>
      lenses.set(workloadId, [...(lenses.get(workloadId) ?? []), lens]);
    const stored = await this.deps.reviews.reviewsOfAll(ids);
    for (const row of stored) {
      const { lens_id: lensId, lens_version: version } = row;
      add(row.workload_id, await this.deps.lenses.compiled(lensId, version));
    }
    const there = new Set(stored.map(row => row.review_id));
    for (const review of importable) {
      if (ids.has(review.workloadId) && !there.has(review.reviewId)) {
        add(review.workloadId, firstLens(review, known));
      }
    }
    return lenses;
  }

  /** A version that is, or once was, published. */
  async #usable(
    lensId: string,
    version: string,
  ): Promise<CompiledLens | undefined> {
    try {
      return (await this.deps.lenses.status(lensId, version)) === 'DRAFT'
        ? undefined
        : await this.deps.lenses.compiled(lensId, version);
    } catch (error) {
      if (error instanceof NotFoundError) {
        return undefined;
      }
      throw error;
    }
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
      const workloads = new Map(
        (
          await selectIn<WorkloadRow>(
            tx,
            'workloads',
            'workload_id',
            missing.map(review => review.workloadId),
          )
        ).map(row => [row.workload_id, row]),
      );
      await addReviews(
        tx,
        this.deps.reviews,
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
    recordedAt: string,
    { onAnswers, checkOnly }: ImportOptions & { checkOnly: boolean },
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
      const { events, problems: wrong } = eventsOfLines(review.lines, {
        state,
        lensVersion: row.lens_version,
        lens: version => versions.get(version),
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
          fold: foldEvents(context, state, events),
        });
      }
    }
    if (problems.length > 0 || checkOnly) {
      return;
    }
    await this.deps.reviews.events.append(
      tx,
      writes.flatMap(({ reviewId, events }) =>
        events.map(event => ({ reviewId, event })),
      ),
      recordedAt,
    );
    for (const { reviewId, before, fold } of writes) {
      onAnswers?.(reviewId, fold.projection.answers);
      await this.deps.reviews.saveProjection(
        tx,
        reviewId,
        before,
        fold.projection,
      );
    }
    await this.deps.reviews.addHistory(
      tx,
      writes.flatMap(({ fold }) => fold.history),
    );
    await this.deps.reviews.addMilestones(
      tx,
      writes.flatMap(({ fold }) => fold.milestones),
    );
  }
}
