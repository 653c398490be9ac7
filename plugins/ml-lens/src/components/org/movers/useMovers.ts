// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useOrg } from '../OrgModel';
import { filterQuery } from '../orgUrl';
import { useApiQuery } from '../../shared';

/** Which way workloads moved. */
export type Direction = 'worse' | 'better';

/** Shown at a time. */
const PAGE = 20;
/** Shown on the overview. */
const FEW = 5;

/** Who moved one way since an instant or a day, page by page. */
export function useMovers(options: {
  from: string;
  /** Until now without one. */
  to: string | undefined;
  direction: Direction;
}) {
  const api = useApi(mlLensApiRef);
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), ...options, limit: PAGE };
  return useInfiniteQuery({
    queryKey: queryKey('getMovers', query),
    queryFn: ({ pageParam, signal }) =>
      api.call('getMovers', { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.pageInfo.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Those who fell furthest since an instant. */
export function useFirstMovers(from: string) {
  const { url, lens } = useOrg();
  const query = {
    ...filterQuery(url, lens.id),
    from,
    direction: 'worse' as const,
    limit: FEW,
  };
  return useApiQuery(
    'getMovers',
    { query },
    { placeholderData: keepPreviousData },
  );
}
