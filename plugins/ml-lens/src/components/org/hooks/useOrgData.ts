// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgGroupBy } from '@ml-lens/backstage-plugin-ml-lens-common';
import { keepPreviousData } from '@tanstack/react-query';
import { type OrgUrl, filterQuery, sortParam } from '../orgUrl';
import { useApiQuery } from '../../shared';

/** One page of scorecards; the server filters, sorts and pages. */
export function useScorecards(url: OrgUrl, lensId: string) {
  const query = {
    ...filterQuery(url, lensId),
    sort: sortParam(url.sort),
    limit: url.limit,
    cursor: url.cursor,
  };
  return useApiQuery(
    'queryScorecards',
    { query },
    { placeholderData: keepPreviousData },
  );
}

/** Totals of what the filters leave, and of each group where one is asked for. */
export function useSummary(url: OrgUrl, lensId: string, groupBy?: OrgGroupBy) {
  const query = { ...filterQuery(url, lensId), groupBy };
  return useApiQuery(
    'getSummary',
    { query },
    { placeholderData: keepPreviousData },
  );
}

/** Values the filters can take, with how many workloads have them. */
export function useFacets(lensId: string) {
  return useApiQuery(
    'getFacets',
    { query: { lens: lensId } },
    { staleTime: 60_000 },
  );
}
