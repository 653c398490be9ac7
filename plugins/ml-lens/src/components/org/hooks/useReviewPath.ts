import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';

/** Where the tab of an entity page is, below the page. */
const TAB = 'ml-lens';

/**
 * Address of a row's review: the tab on its primary entity, with the lens the
 * row is about. None for a workload that has no entity.
 */
export function useReviewPath(): (row: OrgRow) => string | undefined {
  const entityRoute = useRouteRef(entityRouteRef);
  return row => {
    if (!row.entityRef || row.orphaned) return undefined;
    const lens = new URLSearchParams({ lens: row.lens.id });
    const path = entityRoute(parseEntityRef(row.entityRef));
    return `${path}/${TAB}?${lens}`;
  };
}
