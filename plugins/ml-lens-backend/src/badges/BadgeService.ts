// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError } from '@backstage/errors';
import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { makeBadge } from 'badge-maker';
import { createHash, randomBytes } from 'node:crypto';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { Deps } from '../deps';
import type { ReviewKey } from '../reviews/ReviewStore';
import type { ScorecardRow } from '../reviews/rows';

interface BadgeRow {
  review_id: string;
  token_hash: string;
  created_at: string;
  created_by: string;
}

/** Bits of a token nobody guesses, in bytes. */
const TOKEN_BYTES = 24;

const GREY = '#6b7280';

/** From which score on a badge has which colour; white is read on all of them. */
const COLOURS: [number, string][] = [
  [75, '#15803d'],
  [50, '#1d4ed8'],
  [25, '#b45309'],
  [0, '#b91c1c'],
];

/** Shows level and score of a review to whoever knows a secret address. */
export class BadgeService {
  constructor(
    private readonly deps: Pick<Deps, 'clock' | 'knex' | 'reviews'> & {
      enabled: boolean;
    },
  ) {}

  /** @throws NotFoundError when there is no such review */
  async get(key: ReviewKey): Promise<MlLensResponse<'getBadge'>> {
    const { review_id } = await this.deps.reviews.requireReview(key);
    const row = await this.deps
      .knex<BadgeRow>('badges')
      .where({ review_id })
      .first();
    return {
      enabled: this.deps.enabled,
      badge: row
        ? { createdAt: row.created_at, createdBy: row.created_by }
        : null,
    };
  }

  /**
   * Makes a new address; the one before shows nothing any more.
   *
   * @throws ConflictError where the portal gives no badges
   * @throws NotFoundError when there is no such review
   */
  async create(
    key: ReviewKey,
    credentials: CallerCredentials,
  ): Promise<MlLensResponse<'createBadge'>> {
    const { review_id } = await this.deps.reviews.requireReview(key);
    if (!this.deps.enabled) {
      throw new ConflictError(
        'This portal gives no badges: mlLens.badges is not set',
      );
    }
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const createdAt = this.deps.clock();
    await this.deps
      .knex<BadgeRow>('badges')
      .insert({
        review_id,
        token_hash: hashOf(token),
        created_at: createdAt,
        created_by: actorOf(credentials),
      })
      .onConflict('review_id')
      .merge();
    return { path: `/badges/${token}.svg`, createdAt };
  }

  /** @throws NotFoundError when there is no such review */
  async remove(key: ReviewKey): Promise<void> {
    const { review_id } = await this.deps.reviews.requireReview(key);
    await this.deps.knex<BadgeRow>('badges').where({ review_id }).delete();
  }

  /** The image at an address; undefined where there is none. */
  async image(token: string): Promise<string | undefined> {
    if (!this.deps.enabled) {
      return undefined;
    }
    const row: Pick<ScorecardRow, 'score' | 'level'> | undefined =
      await this.deps
        .knex('badges')
        .join('scorecards', 'scorecards.review_id', 'badges.review_id')
        .where('badges.token_hash', hashOf(token))
        .first('scorecards.score', 'scorecards.level');
    return row && makeBadge(lookOf(row));
  }
}

function lookOf({ score, level }: Pick<ScorecardRow, 'score' | 'level'>) {
  return {
    label: 'ML Lens',
    message: score === null ? 'not begun' : `${level} ${score}`,
    color:
      score === null
        ? GREY
        : COLOURS.find(([from]) => score >= from)?.[1] ?? GREY,
  };
}

/** Who reads the database cannot make addresses of it. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
