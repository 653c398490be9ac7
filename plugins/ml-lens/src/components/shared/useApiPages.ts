// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type {
  MlLensRequest,
  MlLensResponse,
  OperationId,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../api';

interface Paged {
  pageInfo: { nextCursor?: string };
}

/** The operations that answer page by page. */
export type PagedId = {
  [Id in OperationId]: MlLensResponse<Id> extends Paged ? Id : never;
}[OperationId];

/**
 * Asks the backend for one page after the other; what there was stays until
 * another request is answered.
 */
export function useApiPages<Id extends PagedId>(
  operation: Id,
  request: MlLensRequest<Id>,
  options: { staleTime?: number; revision?: number } = {},
) {
  const { revision, ...others } = options;
  const api = useApi(mlLensApiRef);
  return useInfiniteQuery({
    ...others,
    queryKey: queryKey(operation, request, 'pages', revision),
    queryFn: ({ pageParam, signal }): Promise<MlLensResponse<Id>> =>
      api.call(operation, {
        ...request,
        query: { ...(request as { query?: object }).query, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => (page as Paged).pageInfo.nextCursor,
    placeholderData: keepPreviousData,
  });
}
