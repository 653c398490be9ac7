// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';

export type InboxScope = 'mine' | 'team';

/** What waits for the reader, page by page. */
export function useInbox(scope: InboxScope) {
  const api = useApi(mlLensApiRef);
  return useInfiniteQuery({
    queryKey: queryKey('getInbox', scope),
    queryFn: ({ pageParam, signal }) =>
      api.call('getInbox', {
        query: { scope, cursor: pageParam, limit: 25 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.pageInfo.nextCursor,
  });
}
