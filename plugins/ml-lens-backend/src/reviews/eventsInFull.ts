// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReviewEvent } from '@ml-lens/lens-model';
import type { LensService } from '../lenses/LensService';
import type { EventStore } from './EventStore';
import type { ReviewRow } from './rows';

/**
 * Events of a review as they were when they happened, with what their rows
 * leave out because it follows: what answers were before, and the phases of
 * their questions.
 *
 * @param events - with none left out in between, but of other questions
 */
export async function eventsInFull(
  { events: store }: { events: EventStore },
  lenses: Pick<LensService, 'compiled'>,
  { review_id: reviewId, lens_id: lensId }: ReviewRow,
  events: readonly ReviewEvent[],
): Promise<ReviewEvent[]> {
  const full = await store.withBefore(reviewId, events);
  return await Promise.all(
    full.map(async event => {
      if (event.questionId === null) {
        return event;
      }
      const lens = await lenses.compiled(lensId, event.lensVersion);
      const phaseId = lens.question(event.questionId)?.phaseId ?? null;
      return { ...event, phaseId };
    }),
  );
}
