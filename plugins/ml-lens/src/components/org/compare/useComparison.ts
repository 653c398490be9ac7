// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useOrg } from '../OrgModel';
import { useApiQuery } from '../../shared';

export const COMPARE_BY = ['owner', 'workload', 'system', 'domain'] as const;
export type CompareBy = (typeof COMPARE_BY)[number];

export const FEWEST = 2;
export const MOST = 6;

/** Workloads or groups side by side; asked for from two on. */
export function useComparison(by: CompareBy, keys: string[]) {
  const { lens } = useOrg();
  const query = { lens: lens.id, by, key: keys };
  return useApiQuery(
    'compareScorecards',
    { query },
    { placeholderData: keepPreviousData, enabled: keys.length >= FEWEST },
  );
}

/** Workloads to choose from: those the filters and the text leave. */
export function useWorkloadChoices(text: string, isWanted: boolean) {
  const api = useApi(mlLensApiRef);
  const { lens } = useOrg();
  const query = {
    lens: lens.id,
    q: text.trim() || undefined,
    sort: 'title',
    limit: 50,
  };
  return useQuery({
    queryKey: queryKey('queryScorecards', 'choices', query),
    queryFn: ({ signal }) => api.call('queryScorecards', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}
