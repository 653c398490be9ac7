// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useWorkloadPath } from '../../shared/useWorkloadPath';
import { useReviewLink } from '../../shared/useReviewLink';

/** What says whose review, and with which lens, a row is about. */
export interface RowOfReview {
  workloadId: string;
  entityRef: string | null;
  orphaned?: boolean;
  lens: { id: string };
}

/**
 * Address of a row's review, with the lens the row is about: the tab on its
 * primary entity, or the page of a workload that has no entity.
 */
export function useReviewPath(): (
  row: RowOfReview,
  /** What to open there, as `question`. */
  at?: Record<string, string>,
) => string {
  const reviewLink = useReviewLink();
  const workloadPath = useWorkloadPath();
  return (row, at) => {
    const search = { lens: row.lens.id, ...at };
    const tab = row.orphaned ? undefined : reviewLink(row.entityRef, search);
    return tab ?? workloadPath(row.workloadId, search);
  };
}
