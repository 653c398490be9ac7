// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Values a page keeps in the address; `set` merges, as a step to go back to
 * unless it replaces the last one.
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
          (value as string | string[] | undefined) || [],
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

/**
 * One of a few values, kept in the address unless it is the first of them.
 *
 * @param resets - what another choice takes out of the address
 */
export function useUrlChoice<T extends string>(
  key: string,
  known: readonly T[],
  resets: readonly string[] = [],
): [value: T, choose: (value: unknown) => void] {
  const { get, set } = useUrlKeys<string>();
  const choose = (value: unknown) =>
    set({
      ...Object.fromEntries(resets.map(reset => [reset, undefined])),
      [key]: value === known[0] ? undefined : String(value),
    });
  return [oneOf(known, get(key)), choose];
}
