// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';

function nameOf(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}

/**
 * How long a name is waited for; whoever is late is called by the ref, until
 * asking again helps.
 */
const WAIT_MS = 8_000;
const AGAIN_MS = 20_000;

/** In place of a name that has not come. */
const LATE = null;

async function within<T>(ms: number, wanted: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Too late')), ms);
  });
  try {
    return await Promise.race([wanted, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Display names of entities, for places that need a text rather than a link:
 * filters, chips, groups. Empty until the catalog has answered, and the name in
 * the ref where it does not.
 */
export function useEntityNames(refs: string[]): (ref: string) => string {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const wanted = [...new Set(refs)].sort();
  const { data, isFetching } = useQuery({
    queryKey: ['ml-lens', 'entity-names', wanted],
    enabled: presentation !== undefined && wanted.length > 0,
    staleTime: 10 * 60_000,
    placeholderData: previous => previous,
    refetchInterval: ({ state }) =>
      Object.values(state.data ?? {}).includes(LATE) && AGAIN_MS,
    queryFn: async () =>
      Object.fromEntries(
        await Promise.all(
          wanted.map(async ref => {
            try {
              const { kind } = parseEntityRef(ref);
              const { primaryTitle } = await within(
                WAIT_MS,
                presentation!.forEntity(ref, { defaultKind: kind }).promise,
              );
              return [ref, primaryTitle] as const;
            } catch {
              return [ref, LATE] as const;
            }
          }),
        ),
      ),
  });
  return ref => {
    const name = data?.[ref];
    if (name === undefined) return isFetching ? '' : nameOf(ref);
    return name ?? nameOf(ref);
  };
}
