// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * State kept in the address: read by key, merged by `set`; `push` leaves a step
 * to go back to.
 */
export function useUrlState<Key extends string>() {
  const [params, setParams] = useSearchParams();
  const get = useCallback((key: Key) => params.get(key) ?? undefined, [params]);
  const set = useCallback(
    (
      change: Partial<Record<Key, string | undefined>>,
      options?: { push?: boolean },
    ) =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          for (const [key, value] of Object.entries<string | undefined>(
            change,
          )) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { replace: !options?.push, preventScrollReset: true },
      ),
    [setParams],
  );
  return { get, set };
}
