// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type ApiMutation, useApiMutation } from '../../shared';
import { useReviewFrame } from './ReviewContext';

/** The review on the page, as paths of the API name it. */
export function useReviewPath() {
  const { workload, lens } = useReviewFrame();
  return { workloadId: workload.id, lensId: lens.id };
}

/** Changes something of the review, which is read again. */
export function useReviewMutation<Values = void, Result = unknown>(
  options: ApiMutation<Values, Result>,
) {
  const { reload } = useReviewFrame();
  const { refresh } = options;
  return useApiMutation({
    ...options,
    refresh: () => Promise.all([reload(), refresh?.()]),
  });
}
