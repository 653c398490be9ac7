// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensRequest,
  OperationId,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { keepPreviousData } from '@tanstack/react-query';
import { type PagedId, useApiPages } from '../../shared/useApiPages';
import { useApiQuery } from '../../shared/useApiQuery';
import { useOrg } from '../OrgModel';
import { filterQuery, sortParam } from '../orgUrl';

/** What is asked beside the filters; it holds where they say something else. */
type Query<Id extends OperationId> = MlLensRequest<Id> extends {
  query?: infer Asked;
}
  ? Omit<NonNullable<Asked>, 'lens'> & { lens?: string }
  : never;

function useFiltered<Id extends OperationId>(query: Query<Id>) {
  const { url, lens } = useOrg();
  const request: object = {
    query: { ...filterQuery(url, lens.id), ...query },
  };
  return request as MlLensRequest<Id>;
}

/** Asks about what the filters leave; what there was stays meanwhile. */
export function useOrgQuery<Id extends OperationId>(
  operation: Id,
  query: Query<Id>,
  isWanted = true,
) {
  return useApiQuery(operation, useFiltered<Id>(query), {
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

/** The same, page by page. */
export function useOrgPages<Id extends PagedId>(
  operation: Id,
  query: Query<Id>,
) {
  return useApiPages(operation, useFiltered<Id>(query));
}

/** One page of scorecards; the server filters, sorts and pages. */
export function useScorecards() {
  const { url } = useOrg();
  return useOrgQuery('queryScorecards', {
    sort: sortParam(url.sort),
    limit: url.limit,
    cursor: url.cursor,
  });
}

/** Values the filters can take, with how many workloads have them. */
export function useFacets(lensId: string) {
  return useApiQuery(
    'getFacets',
    { query: { lens: lensId } },
    { staleTime: 60_000 },
  );
}
