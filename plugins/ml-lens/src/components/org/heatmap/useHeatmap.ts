// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useOrg } from '../OrgModel';
import { filterQuery } from '../orgUrl';
import type { HeatmapChoice } from './heatmapModel';

const PAGE = 100;

/** Rows of the heatmap; more of them as one scrolls. */
export function useHeatmap(choice: HeatmapChoice) {
  const api = useApi(mlLensApiRef);
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), ...choice, limit: PAGE };
  return useInfiniteQuery({
    queryKey: queryKey('getHeatmap', query),
    queryFn: ({ pageParam, signal }) =>
      api.call('getHeatmap', {
        query: { ...query, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.pageInfo.nextCursor,
    placeholderData: keepPreviousData,
  });
}
