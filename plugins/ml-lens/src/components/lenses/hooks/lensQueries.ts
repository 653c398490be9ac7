// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type {
  LensListItem,
  LensVersion,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { useQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useApiQuery, useApiPages } from '../../shared';

const PAGE_SIZE = 50;
const LARGEST_PAGE = 100;

/** Lenses page by page; `status` leaves only lenses with such a version. */
export function useLensList(filter: { q?: string; status?: string }) {
  return useApiPages('listLenses', { query: { ...filter, limit: PAGE_SIZE } });
}

/**
 * One lens with its versions and its use; null when there is none that the
 * caller may see.
 */
export function useLensItem(lensId: string) {
  const api = useApi(mlLensApiRef);
  return useQuery({
    queryKey: queryKey('listLenses', 'one', lensId),
    queryFn: async ({ signal }): Promise<LensListItem | null> => {
      let cursor: string | undefined;
      do {
        const page = await api.call('listLenses', {
          query: { q: lensId, cursor, limit: LARGEST_PAGE },
          signal,
        });
        const found = page.items.find(item => item.id === lensId);
        if (found) return found;
        cursor = page.pageInfo.nextCursor;
      } while (cursor);
      return null;
    },
  });
}

/** A version in full. Published versions never change, so they stay fresh. */
export function useLensDefinition(lensId: string, version?: LensVersion) {
  return useApiQuery(
    'getLens',
    {
      path: { lensId },
      query: { version: version?.version },
    },
    {
      enabled: Boolean(version),
      staleTime: version?.status === 'DRAFT' ? 0 : Infinity,
    },
  );
}

/** Known ways to and from a lens, with the lens at the other end where it is published. */
export function useLensMoves(lensId: string) {
  const api = useApi(mlLensApiRef);
  return useQuery({
    queryKey: queryKey('listLensMappings', lensId),
    queryFn: async ({ signal }) => {
      const { items } = await api.call('listLensMappings', {
        query: { lensId },
        signal,
      });
      if (items.length === 0) return [];
      const { items: lenses } = await api.call('listLenses', {
        query: { status: ['PUBLISHED'], limit: LARGEST_PAGE },
        signal,
      });
      return items.flatMap(mapping => {
        const isFrom = mapping.from.lens === lensId;
        const other = isFrom ? mapping.to.lens : mapping.from.lens;
        const lens = lenses.find(({ id }) => id === other);
        return lens ? [{ mapping, isFrom, lens }] : [];
      });
    },
  });
}

/** What changed from one version to another; asked once both are known. */
export function useLensDiff(
  lensId: string,
  from: string | undefined,
  to: string | undefined,
) {
  return useApiQuery(
    'diffLens',
    {
      path: { lensId },
      query: { from: from!, to: to! },
    },
    { enabled: Boolean(from && to) },
  );
}
