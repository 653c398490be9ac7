// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { ML_LENS_ANNOTATIONS } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const EVERY_MS = 3_000;
const MOST_CHECKS = 40;

const linkedEntitiesKey = ['ml-lens', 'linked-entities'] as const;

/**
 * Whether the catalog has linked entities that the backend has not read yet, as
 * in the first seconds of a portal. Asks again until it has, for two minutes:
 * what is not known by then is not linked properly.
 * @param isUnlinked whether what is shown has no entity at all
 */
export function useIsCatalogBeingRead(isUnlinked: boolean): boolean {
  const catalog = useApiHolder().get(catalogApiRef);
  const queryClient = useQueryClient();
  const { data = 0, dataUpdatedAt } = useQuery({
    queryKey: linkedEntitiesKey,
    queryFn: async () => {
      const { totalItems } = await catalog!.queryEntities({
        filter: {
          [`metadata.annotations.${ML_LENS_ANNOTATIONS.workload}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: ['kind'],
        limit: 1,
      });
      return totalItems;
    },
    enabled: isUnlinked && catalog !== undefined,
    refetchInterval: ({ state }) =>
      state.dataUpdateCount < MOST_CHECKS && EVERY_MS,
  });
  const checks =
    queryClient.getQueryState(linkedEntitiesKey)?.dataUpdateCount ?? 0;
  const isBeingRead = isUnlinked && data > 0 && checks < MOST_CHECKS;
  useEffect(() => {
    if (!isBeingRead) return;
    void queryClient.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[1] !== linkedEntitiesKey[1],
    });
  }, [dataUpdatedAt, isBeingRead, queryClient]);
  return isBeingRead;
}
