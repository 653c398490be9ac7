import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useOrg } from '../OrgModel';
import { filterQuery } from '../orgUrl';
import type { ScoredRow } from './distribution';

/** What the filters left at an instant; nothing without one. */
export function useSummaryAt(at: string | undefined) {
  const api = useApi(mlLensApiRef);
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), at };
  return useQuery({
    queryKey: queryKey('getSummary', query),
    queryFn: ({ signal }) => api.call('getSummary', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: at !== undefined,
  });
}

const PAGE = 100;
const MOST_PAGES = 10;

/**
 * Score and coverage of each scorecard, for their distribution: of all, or of
 * the first thousand by name where there are more.
 */
export function useScoredRows() {
  const api = useApi(mlLensApiRef);
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), sort: 'title', limit: PAGE };
  return useQuery({
    queryKey: queryKey('queryScorecards', 'distribution', query),
    queryFn: async ({ signal }) => {
      const rows: ScoredRow[] = [];
      let cursor: string | undefined;
      let totalItems = 0;
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer = await api.call('queryScorecards', {
          query: { ...query, cursor },
          signal,
        });
        totalItems = answer.totalItems;
        for (const { score, coverage } of answer.items) {
          rows.push({ score, coverage });
        }
        cursor = answer.pageInfo.nextCursor;
        if (!cursor) break;
      }
      return { rows, totalItems };
    },
    placeholderData: keepPreviousData,
  });
}
