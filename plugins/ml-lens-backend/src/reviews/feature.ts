// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Deps } from '../deps';
import type { EntityLinks } from '../workloads/EntityLinks';
import { Freshness } from './Freshness';
import { Counting } from './projection/Counting';
import { Rescoring } from './projection/Rescoring';
import { ProfileService } from './ProfileService';
import { ReviewDigest } from './ReviewDigest';
import { ReviewEditor } from './ReviewEditor';
import { ReviewService } from './ReviewService';
import {
  type LiveWaivers,
  ReviewUpkeep,
  type WorkloadModelsReader,
} from './ReviewUpkeep';
import { ReviewWriter } from './ReviewWriter';
import { tracedWriter } from './tracedWriter';
import { bindReviewRoutes } from './routes';

/** Reviews: read, written, and brought to mind when they are due. */
export async function reviewsFeature(
  options: Omit<Deps, 'freshness' | 'writer'> & {
    links: EntityLinks;
    waivers: LiveWaivers;
    models: WorkloadModelsReader;
  },
) {
  const { api, changes, clock, config, lenses, reviews, tracing } = options;
  const writer = tracedWriter(
    tracing,
    new ReviewWriter({ store: reviews, lenses, changes, clock }),
  );
  const freshness = new Freshness(
    config.freshness.reviewEvery,
    config.retiredLifecycles,
    config.freshness.stuckAfter,
  );
  await new ReviewDigest({
    ...options,
    freshness,
    every: config.freshness.digestEvery,
  }).schedule(options.scheduler);
  await new Rescoring({ ...options, store: reviews }).schedule(
    options.scheduler,
  );
  await new Counting({ ...options, store: reviews, writer }).schedule(
    options.scheduler,
  );
  bindReviewRoutes(api, {
    reviews: new ReviewService({
      ...options,
      upkeep: new ReviewUpkeep({ ...options, freshness }),
    }),
    profiles: new ProfileService(options),
    editor: new ReviewEditor(writer),
  });
  return { freshness, writer };
}
