// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { mlLensApiRef, queryKey } from '../../../api';
import { instantOf, isPlausibleDay } from '../../shared/days';
import { oneOf, sinceInstant, useSince, useUrlKeys } from '../insights';
import { useOrg } from '../OrgModel';
import { filterQuery } from '../orgUrl';

/** What there can be a page for. */
export const REPORT_BY = ['owner', 'system', 'domain'] as const;

type GroupReports = MlLensResponse<'getGroupReports'>;
export type GroupReport = GroupReports['items'][number];

/** Most groups on paper, asked for a hundred at a time. */
const PAGE = 100;
const MOST = 500;

/** What the report is about and of when, in the address. */
export function useReportUrl() {
  const { get, set } = useUrlKeys<'report' | 'at'>();
  const { value } = useSince();
  const wanted = get('report');
  const at = get('at');
  return useMemo(() => {
    const instant = at && isPlausibleDay(at) ? instantOf(at) : undefined;
    return {
      isOpen: wanted !== undefined,
      by: oneOf(REPORT_BY, wanted),
      at: instant,
      since: sinceInstant(
        value,
        instant === undefined ? undefined : DateTime.fromISO(instant),
      ),
      set,
    };
  }, [at, set, value, wanted]);
}

/** The reports that the filters leave. */
export function useGroupReports(): UseQueryResult<GroupReports, Error> {
  const api = useApi(mlLensApiRef);
  const { url, lens } = useOrg();
  const { by, at, since } = useReportUrl();
  const query = {
    ...filterQuery(url, lens.id),
    groupBy: by,
    at,
    since,
    limit: PAGE,
  };
  return useQuery({
    queryKey: queryKey('getGroupReports', query),
    queryFn: async ({ signal }) => {
      let page = await api.call('getGroupReports', { query, signal });
      const items = [...page.items];
      while (page.pageInfo.nextCursor && items.length < MOST) {
        page = await api.call('getGroupReports', {
          query: { ...query, cursor: page.pageInfo.nextCursor },
          signal,
        });
        items.push(...page.items);
      }
      return { ...page, items };
    },
  });
}
