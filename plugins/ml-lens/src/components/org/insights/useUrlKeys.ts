// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Values a tab keeps in the address beside filters; `set` merges, as a step to
 * go back to.
 */
export function useUrlKeys<Key extends string>() {
  const [params, setParams] = useSearchParams();
  const get = useCallback((key: Key) => params.get(key) ?? undefined, [params]);
  const getAll = useCallback((key: Key) => params.getAll(key), [params]);
  const set = useCallback(
    (
      change: Partial<Record<Key, string | string[] | undefined>>,
      options?: { replace?: boolean },
    ) => {
      const next = new URLSearchParams(params);
      for (const [key, value] of Object.entries(change)) {
        next.delete(key);
        const values = ([] as string[]).concat(
          (value as string | string[] | undefined) ?? [],
        );
        for (const one of values) next.append(key, one);
      }
      setParams(next, {
        replace: options?.replace || next.toString() === params.toString(),
        preventScrollReset: true,
      });
    },
    [params, setParams],
  );
  return { get, getAll, set };
}

/** The value where it is one of those known, else the first of them. */
export function oneOf<T extends string>(
  known: readonly T[],
  value: string | undefined,
): T {
  return known.find(one => one === value) ?? known[0];
}
