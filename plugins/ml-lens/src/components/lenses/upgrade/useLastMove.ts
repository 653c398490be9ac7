// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useMemo, useState } from 'react';

const BUCKET = 'ml-lens.moves';

/** Longest list that is kept; a larger move is taken back review by review. */
const MOST = 2_000;

/** Where reviews of a lens are to go. */
export interface MoveTarget {
  lensId: string;
  toLens: string;
  toVersion: string;
}

/** What was moved last, by whom it was moved, to be taken back later. */
export interface LastMove {
  target: MoveTarget;
  /** RFC 3339. */
  at: string;
  workloads: { workloadId: string; title: string }[];
}

function isMove(value: unknown): value is LastMove {
  const { target, at, workloads } = (value ?? {}) as Partial<LastMove>;
  return (
    typeof target?.toLens === 'string' &&
    typeof at === 'string' &&
    Array.isArray(workloads)
  );
}

/**
 * The last move of many reviews of a lens, kept with the settings of the person
 * who made it: it can be taken back from another page, on another day.
 */
export function useLastMove(lensId: string) {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [stored, setStored] = useState<unknown>(
    () => bucket.snapshot(lensId).value,
  );
  useEffect(() => {
    setStored(bucket.snapshot(lensId).value);
    const subscription = bucket
      .observe$(lensId)
      .subscribe(({ value }) => setStored(value));
    return () => subscription.unsubscribe();
  }, [bucket, lensId]);
  const keep = useCallback(
    async (move: LastMove) => {
      if (move.workloads.length === 0 || move.workloads.length > MOST) return;
      await bucket.set(lensId, move as never);
    },
    [bucket, lensId],
  );
  const forget = useCallback(
    async () => bucket.remove(lensId),
    [bucket, lensId],
  );
  return { last: isMove(stored) ? stored : undefined, keep, forget };
}
