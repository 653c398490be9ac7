// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { keepPreviousData } from '@tanstack/react-query';
import { useOrg } from '../OrgModel';
import { filterQuery } from '../orgUrl';
import { useApiQuery } from '../../shared';

/** Shown of each list. */
const FEW = 5;

/** The first few workloads in an order, of those the filters leave. */
export function useFirstWorkloads(
  sort: string,
  more: { late?: 'true'; risk?: string[] } = {},
) {
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), ...more, sort, limit: FEW };
  return useApiQuery(
    'queryScorecards',
    { query },
    { placeholderData: keepPreviousData },
  );
}

/** The weightiest gaps. */
export function useFirstGaps() {
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), limit: FEW };
  return useApiQuery(
    'getGaps',
    { query },
    { placeholderData: keepPreviousData },
  );
}

/** What the filters left at an instant; nothing without one. */
export function useSummaryAt(at: string | undefined) {
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), at };
  return useApiQuery(
    'getSummary',
    { query },
    { placeholderData: keepPreviousData, enabled: at !== undefined },
  );
}
