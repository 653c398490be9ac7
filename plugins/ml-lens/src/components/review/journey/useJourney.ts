// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queryKey } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { useReview, useReviewMutation, useReviewPath } from '../model';
import { useApiQuery, useApiPages } from '../../shared';

const PAGE_SIZE = 20;

/*
 * Answers given elsewhere on the tab change what these say, so they are asked
 * for again whenever they are shown.
 */

/** Score over the whole life of the review, whatever instant is looked at. */
export function useScoreHistory() {
  const path = useReviewPath();
  return useApiQuery('getScoreHistory', { path }, { staleTime: 0 });
}

/**
 * Events, newest first.
 *
 * @param question - of this question only
 * @param revision - of its answer; another one is another list
 */
export function useHistory(question?: string, revision?: number) {
  return useApiPages(
    'listHistory',
    { path: useReviewPath(), query: { question, limit: PAGE_SIZE } },
    { staleTime: 0, revision },
  );
}

/** What changed between two points; nothing is asked without a first one. */
export function useReviewDiff(from: string | undefined, to: string) {
  const path = useReviewPath();
  return useApiQuery(
    'getReviewDiff',
    { path, query: { from: from!, to } },
    {
      enabled: from !== undefined,
      placeholderData: keepPreviousData,
      staleTime: 0,
    },
  );
}

/**
 * Asks for all of the above again once the review itself is another: somebody
 * answers meanwhile, or the lens is upgraded.
 */
export function useFollowReview() {
  const { review } = useReview();
  const queryClient = useQueryClient();
  const stamp = [
    review.lens.version,
    review.milestones.length,
    Object.values(review.answers).reduce(
      (sum, { revision }) => sum + revision,
      0,
    ),
  ].join();
  const seen = useRef(stamp);
  useEffect(() => {
    if (seen.current === stamp) return;
    seen.current = stamp;
    for (const operation of [
      'getScoreHistory',
      'listHistory',
      'getReviewDiff',
    ] as const) {
      queryClient.invalidateQueries({ queryKey: queryKey(operation) });
    }
  }, [stamp, queryClient]);
}

/** Records the review as it stands under a name; the journey follows it. */
export function useRecordMilestone(onDone: () => void) {
  const path = useReviewPath();
  const { t } = useMlLensTranslation();
  return useReviewMutation({
    call: (api, body: { name: string; note: string }) =>
      api.call('recordMilestone', { path, body }),
    done: ({ name }) => t('review.milestones.recorded', { name }),
    onDone,
  });
}
