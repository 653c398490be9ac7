// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useOrg } from '../OrgModel';
import { filterQuery } from '../orgUrl';

const PAGE = 20;

/** Where workloads stand, and those that have stood there longest. */
export function useOrgTimeline(months: number) {
  const api = useApi(mlLensApiRef);
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), months, limit: PAGE };
  return useInfiniteQuery({
    queryKey: queryKey('getOrgTimeline', query),
    queryFn: ({ pageParam, signal }) =>
      api.call('getOrgTimeline', {
        query: { ...query, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.pageInfo.nextCursor,
    placeholderData: keepPreviousData,
  });
}
