// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { keepPreviousData } from '@tanstack/react-query';
import { useOrg } from '../OrgModel';
import { useApiQuery } from '../../shared';

export const COMPARE_BY = ['owner', 'workload', 'system', 'domain'] as const;
export type CompareBy = (typeof COMPARE_BY)[number];

export const FEWEST = 2;
export const MOST = 6;

/** Workloads or groups side by side; asked for from two on. */
export function useComparison(by: CompareBy, keys: string[]) {
  const { lens } = useOrg();
  return useApiQuery(
    'compareScorecards',
    { query: { lens: lens.id, by, key: keys } },
    { placeholderData: keepPreviousData, enabled: keys.length >= FEWEST },
  );
}

/** Workloads to choose from: those with the text in their title. */
export function useWorkloadChoices(text: string, isWanted: boolean) {
  const { lens } = useOrg();
  const q = text.trim() || undefined;
  return useApiQuery(
    'queryScorecards',
    { query: { lens: lens.id, q, sort: 'title', limit: 50 } },
    { placeholderData: keepPreviousData, enabled: isWanted },
  );
}
