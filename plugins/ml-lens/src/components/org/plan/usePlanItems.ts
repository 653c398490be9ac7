// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type {
  MlLensRequest,
  PlanItem,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useApiMutation } from '../../shared';

export type PlanScope = 'mine' | 'team' | 'all';

export interface BoardQuery {
  scope: PlanScope;
  status?: PlanItem['status'];
  late?: 'true';
}

/** Practices and what to set of their plans. */
export type PlanChange = MlLensRequest<'planMany'>['body'];

/** What is planned, page by page, what is due first in front. */
export function usePlanItems(query: BoardQuery) {
  const api = useApi(mlLensApiRef);
  return useInfiniteQuery({
    queryKey: queryKey('listPlanItems', query),
    queryFn: ({ pageParam, signal }) =>
      api.call('listPlanItems', {
        query: { ...query, cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.pageInfo.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Plans many practices; what waits for people follows from it. */
export function usePlanMany() {
  return useApiMutation({
    call: (api, body: PlanChange) => api.call('planMany', { body }),
    changes: ['listPlanItems', 'listImprovements', 'getInbox'],
  });
}
