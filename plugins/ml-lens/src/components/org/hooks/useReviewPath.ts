import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useWorkloadPath } from '../../shared/useWorkloadPath';
import { useReviewLink } from '../insights/useOrgLinks';

/**
 * Address of a row's review, with the lens the row is about: the tab on its
 * primary entity, or the page of a workload that has no entity.
 */
export function useReviewPath(): (row: OrgRow) => string {
  const reviewLink = useReviewLink();
  const workloadPath = useWorkloadPath();
  return row => {
    const search = { lens: row.lens.id };
    const tab = row.orphaned ? undefined : reviewLink(row.entityRef, search);
    return tab ?? workloadPath(row.workloadId, search);
  };
}
