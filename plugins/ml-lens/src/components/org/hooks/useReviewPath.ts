// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useWorkloadPath } from '../../shared/useWorkloadPath';
import { useReviewLink } from '../../shared/useReviewLink';

/**
 * Address of a row's review, with the lens the row is about: the tab on its
 * primary entity, or the page of a workload that has no entity.
 */
export function useReviewPath(): (
  row: Pick<OrgRow, 'workloadId' | 'entityRef' | 'orphaned' | 'lens'>,
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
