// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useMemo, useState } from 'react';

const BUCKET = 'ml-lens.org';
const KEY = 'columns';

/** Columns a person wants to see, kept with their settings. */
export function useColumnChoice(defaults: readonly string[]) {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [stored, setStored] = useState(
    () => bucket.snapshot<string[]>(KEY).value,
  );
  useEffect(() => {
    const subscription = bucket
      .observe$<string[]>(KEY)
      .subscribe(snapshot => setStored(snapshot.value));
    return () => subscription.unsubscribe();
  }, [bucket]);
  const choose = useCallback(
    (columns: string[] | undefined) => {
      setStored(columns);
      return columns ? bucket.set(KEY, columns) : bucket.remove(KEY);
    },
    [bucket],
  );
  return {
    columns: Array.isArray(stored) ? stored : defaults,
    choose,
  };
}
