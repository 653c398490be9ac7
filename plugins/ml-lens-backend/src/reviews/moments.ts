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
  replay,
  ReviewState,
  risksOf,
  Scorecard,
  scorecardOf,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { ReviewRow } from '../database';
import { versionBefore } from './fold';
import { lensVersionsOf, RebuildOptions } from './rebuild';
import { lensOfVersion } from './ReviewWriter';
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
  const lens = await lenses.compiled(row.lens_id, row.lens_version);
  const states = await store.states([row]);
  const [scorecard] = await store.scorecards([row.review_id]);
  return {
    lens,
    state: states.get(row.review_id)!,
    scorecard: toScorecard(scorecard),
  };
}

/**
 * The review as it was, by its events up to an instant, or exactly up to the
 * one numbered `seq`.
 */
export async function pastReview(
  { store, lenses }: RebuildOptions,
  row: ReviewRow,
  until: { at: string } | { seq: number },
): Promise<ReviewMoment> {
  const versions = lensOfVersion(await lensVersionsOf({ store, lenses }, row));
  const first = { fromSeq: 1, limit: 1 };
  const events =
    'at' in until
      ? await store.events(row.review_id, until.at)
      : await store.eventsFrom(row.review_id, { ...first, limit: until.seq });
  const state = replay(
    versions,
    events,
    versionBefore(
      events.length > 0 ? events : await store.eventsFrom(row.review_id, first),
      row.lens_version,
    ),
  );
  const lens = versions(state.lensVersion);
  return {
    lens,
    state,
    scorecard: scorecardOf(lens, risksOf(lens, state), lenses.levels(lens)),
  };
}
