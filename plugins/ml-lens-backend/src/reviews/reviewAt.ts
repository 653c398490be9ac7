// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  CompiledLens,
  replay,
  ReviewState,
  reviewStandings,
  Scorecard,
  scorecardOf,
} from '@ml-lens/lens-model';
import { lensAt } from '@ml-lens/lens-model/announced';
import { progressOf } from '@ml-lens/lens-model/due';
import type { LensService } from '../lenses/LensService';
import { versionBefore } from './projection/fold';
import { judgingLens } from './projection/projection';
import { lensVersionsOf, RebuildOptions } from './projection/rebuild';
import { lensOfVersion } from './ReviewWriter';
import { ReviewRow } from './rows';
import { toScorecard } from './views';

/** A review at one moment, with the lens it was judged with then. */
export interface ReviewMoment {
  lens: CompiledLens;
  state: ReviewState;
  scorecard: Scorecard;
}

/** The review as it stands, by its rows: no event is read. */
export async function currentReview(
  { store, lenses }: RebuildOptions,
  row: ReviewRow,
): Promise<ReviewMoment> {
  const lens = lensAt(
    await lenses.compiled(row.lens_id, row.lens_version),
    row.last_at,
  );
  const { state, scorecard } = (await store.standing([row])).get(
    row.review_id,
  )!;
  return { lens, state, scorecard: toScorecard(scorecard) };
}

/** The review as it was, by its events up to an instant. */
export async function pastReview(
  { store, lenses }: RebuildOptions,
  row: ReviewRow,
  at: string,
): Promise<ReviewMoment> {
  const versions = lensOfVersion(await lensVersionsOf({ store, lenses }, row));
  const events = await store.events.list(row.review_id, at);
  const state = replay(
    versions,
    events,
    versionBefore(
      events.length > 0
        ? events
        : await store.events.from(row.review_id, { fromSeq: 1, limit: 1 }),
      row.lens_version,
    ),
  );
  const lens = judgingLens({ lens: versions }, state);
  return { lens, state, scorecard: scoredBy(lens, state, lenses) };
}

/** What a review's answers were, without the iterations of its phases. */
export type PastAnswers = Pick<ReviewMoment, 'lens' | 'scorecard'> &
  Pick<ReviewState, 'answers'>;

/**
 * The answers of a review as they were at an instant, or after exactly the
 * event numbered `seq`; reads no more than the events that decide them, however
 * long the review is.
 */
export async function pastAnswers(
  { store, lenses }: RebuildOptions,
  row: ReviewRow,
  until: { at: string } | { seq: number },
): Promise<PastAnswers> {
  const events = await store.events.decisive(row.review_id, until);
  const begun = versionBefore(
    await store.events.from(row.review_id, { fromSeq: 1, limit: 1 }),
    row.lens_version,
  );
  const versions = new Set([begun]);
  for (const { type, lensVersion, after } of events) {
    versions.add(lensVersion);
    if (type === 'LENS_UPGRADED') {
      versions.add((after as { lensVersion: string }).lensVersion);
    }
  }
  const lensOf = lensOfVersion(
    await Promise.all(
      [...versions].map(version => lenses.compiled(row.lens_id, version)),
    ),
  );
  const state = replay(lensOf, events, begun);
  const lens = judgingLens({ lens: lensOf }, state);
  return {
    lens,
    answers: state.answers,
    scorecard: scoredBy(lens, state, lenses),
  };
}

/** The scorecard of a review as a lens judges it. */
export function scoredBy(
  lens: CompiledLens,
  state: ReviewState,
  lenses: Pick<LensService, 'levels'>,
): Scorecard {
  return scorecardOf(
    lens,
    reviewStandings(state),
    lenses.levels(lens),
    progressOf(lens, state),
  );
}
