import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Values a tab keeps in the address beside filters; `set` merges. */
export function useUrlKeys<Key extends string>() {
  const [params, setParams] = useSearchParams();
  const get = useCallback((key: Key) => params.get(key) ?? undefined, [params]);
  const getAll = useCallback((key: Key) => params.getAll(key), [params]);
  const set = useCallback(
    (change: Partial<Record<Key, string | string[] | undefined>>) =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          for (const [key, value] of Object.entries(change)) {
            next.delete(key);
            const values = ([] as string[]).concat(
              (value as string | string[] | undefined) ?? [],
            );
            for (const one of values) next.append(key, one);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
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
