// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError } from '@backstage/errors';
import {
  ReviewDiff,
  ScorePoint,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { diffReviews, Milestone, Scorecard } from '@ml-lens/lens-model';
import { isWithinReason, OUT_OF_RANGE } from '@ml-lens/lens-model/schemas';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { actorOf, type CallerCredentials } from '../auth/caller';
import { presentOf } from '../clock';
import type { Deps } from '../deps';
import { currentReview, pastAnswers, PastAnswers } from '../reviews/reviewAt';
import type { ReviewKey } from '../reviews/ReviewStore';
import { MilestoneRow, ReviewRow } from '../reviews/rows';
import { toMilestone } from '../reviews/views';
import { ScoreHistoryStore } from './ScoreHistoryStore';

/** Most milestones people can record on one review, as in the AWS tool. */
export const MAX_MILESTONES = 100;

const instant = z.iso.datetime({ offset: true });

/** A review at a point, with what the point is. */
interface PointMoment extends PastAnswers {
  at: string;
  milestone: ReviewDiff['from']['milestone'];
  /** Frozen where the point is a milestone. */
  scorecard: Scorecard;
}

/** Named marks on the history of a review, and looking back at it. */
export class MilestoneService {
  constructor(
    private readonly deps: Pick<
      Deps,
      'clock' | 'lenses' | 'reviews' | 'writer'
    > & { scores: ScoreHistoryStore },
  ) {}

  /**
   * Records the review as it stands. Its figures never change afterwards,
   * whatever becomes of the review or its lens.
   *
   * @throws ConflictError when the name is taken or there are 100 already
   */
  async record(
    { workloadId, lensId }: ReviewKey,
    { name, note }: { name: string; note: string },
    credentials: CallerCredentials,
  ): Promise<Milestone> {
    const { fold } = await this.deps.writer.write(
      workloadId,
      lensId,
      async ({ row, tx }) => {
        const known = await this.deps.reviews.milestones(
          row.review_id,
          undefined,
          tx,
        );
        if (known.some(milestone => milestone.name === name)) {
          throw new ConflictError(
            `The review has a milestone '${name}' already: choose another name`,
          );
        }
        if (known.length >= MAX_MILESTONES) {
          throw new ConflictError(
            `A review can have ${MAX_MILESTONES} milestones, and this one has ${known.length}`,
          );
        }
        return [
          {
            type: 'MILESTONE_RECORDED',
            by: actorOf(credentials),
            source: 'USER',
            after: { id: randomUUID(), name, note },
          },
        ];
      },
    );
    return toMilestone(fold.milestones[0]);
  }

  /** Milestones of a review, oldest first. */
  async list(key: ReviewKey): Promise<Milestone[]> {
    const row = await this.deps.reviews.requireReview(key);
    return (await this.deps.reviews.milestones(row.review_id)).map(toMilestone);
  }

  /**
   * What changed between two points of a review, each a milestone's id, an
   * instant or `now`.
   *
   * @throws InputError naming the point that is none of these
   */
  async diff(
    key: ReviewKey,
    { from, to }: { from: string; to: string },
  ): Promise<ReviewDiff> {
    const row = await this.deps.reviews.requireReview(key);
    const milestones = await this.deps.reviews.milestones(row.review_id);
    const [before, after] = [
      await this.#momentOf(row, 'from', from, milestones),
      await this.#momentOf(row, 'to', to, milestones),
    ];
    return {
      from: toDiffPoint(before),
      to: toDiffPoint(after),
      gates: await this.deps.scores.gateDecisions(
        row.review_id,
        [before.at, after.at].sort(),
      ),
      ...diffReviews(
        { lens: before.lens, answers: before.answers },
        { lens: after.lens, answers: after.answers },
      ),
    };
  }

  /** Score over time, thinned, with what explains its jumps. */
  async scoreHistory(key: ReviewKey): Promise<{
    points: ScorePoint[];
    milestones: Milestone[];
    upgrades: { at: string; from: string; to: string }[];
  }> {
    const row = await this.deps.reviews.requireReview(key);
    const milestones = await this.deps.reviews.milestones(row.review_id);
    const upgrades = await this.deps.scores.upgrades(row.review_id);
    return {
      points: await this.deps.scores.points(row, [
        ...milestones.map(milestone => milestone.at_seq),
        ...upgrades.map(({ seq }) => seq),
      ]),
      milestones: milestones.map(toMilestone),
      upgrades: upgrades.map(({ at, from, to }) => ({ at, from, to })),
    };
  }

  async #momentOf(
    row: ReviewRow,
    field: 'from' | 'to',
    point: string,
    milestones: readonly MilestoneRow[],
  ): Promise<PointMoment> {
    const sources = { store: this.deps.reviews, lenses: this.deps.lenses };
    const current = async () => {
      const { lens, state, scorecard } = await currentReview(sources, row);
      return { lens, answers: state.answers, scorecard, milestone: null };
    };
    if (point === 'now') {
      return {
        ...(await current()),
        at: presentOf(this.deps.clock, row.last_at),
      };
    }
    if (instant.safeParse(point).success) {
      if (!isWithinReason(point)) {
        throw new InputError(`Invalid query: ${field}: ${OUT_OF_RANGE}`);
      }
      const at = new Date(point).toISOString();
      return row.last_at === null || row.last_at <= at
        ? { ...(await current()), at }
        : { ...(await pastAnswers(sources, row, { at })), at, milestone: null };
    }
    const found = milestones.find(({ milestone_id: id }) => id === point);
    if (!found) {
      throw new InputError(
        `Invalid query: ${field}: '${point}' is neither a milestone of this review, nor an instant as 2026-03-01T09:30:00Z, nor now`,
      );
    }
    return {
      ...(await pastAnswers(sources, row, { seq: found.at_seq })),
      at: found.recorded_at,
      milestone: { id: found.milestone_id, name: found.name },
      scorecard: JSON.parse(found.scorecard),
    };
  }
}

function toDiffPoint({
  at,
  lens,
  milestone,
  scorecard: { score, coverage, level, counts },
}: PointMoment): ReviewDiff['from'] {
  return {
    at,
    lensVersion: lens.version,
    milestone,
    score,
    coverage,
    level,
    counts,
  };
}
