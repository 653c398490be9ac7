// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';

/** Found at a time. */
const LIMIT = 100;

/** Where a name may stand. */
const FIELDS = ['metadata.name', 'metadata.title', 'spec.profile.displayName'];

const NONE: ReadonlySet<string> = new Set();

/** Refs of entities with a text in their name; the catalog looks for them. */
export function useFoundRefs(
  kinds: string[],
  text: string,
): ReadonlySet<string> {
  const catalog = useApiHolder().get(catalogApiRef);
  const { data = NONE } = useQuery({
    queryKey: ['ml-lens', 'found-refs', kinds, text],
    enabled: catalog !== undefined && kinds.length > 0 && text !== '',
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { items } = await catalog!.queryEntities({
        filter: { kind: kinds },
        fullTextFilter: { term: text, fields: FIELDS },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        limit: LIMIT,
      });
      return new Set(items.map(entity => stringifyEntityRef(entity)));
    },
  });
  return data;
}
