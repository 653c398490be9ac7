import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useReviewLink } from '../insights/useOrgLinks';

/**
 * Address of a row's review: the tab on its primary entity, with the lens the
 * row is about. None for a workload that has no entity.
 */
export function useReviewPath(): (row: OrgRow) => string | undefined {
  const reviewLink = useReviewLink();
  return row =>
    row.orphaned ? undefined : reviewLink(row.entityRef, { lens: row.lens.id });
}
