// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Risk } from '@ml-lens/lens-model';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the address of the tab says, so that a link shows the same to everyone. */
export interface ReviewUrl {
  /** What is shown of the review; absent for the questions. */
  view?: 'journey' | 'plan' | 'report';
  lens?: string;
  /** Past instant the tab shows; absent for now. */
  at?: string;
  pillar?: string;
  phase?: string;
  risk?: Risk;
  /** Free text. */
  q?: string;
  /** How questions are grouped. */
  group?: 'phase' | 'pillar';
  /** Id of the open question. */
  question?: string;
  /** Id of the gate that is brought into view. */
  gate?: string;
  /** Points that are compared: a milestone's id, an instant or `now`. */
  from?: string;
  to?: string;
  /** Id of the question whose history is shown. */
  about?: string;
}

const KEYS = [
  'view',
  'lens',
  'at',
  'pillar',
  'phase',
  'risk',
  'q',
  'group',
  'question',
  'gate',
  'from',
  'to',
  'about',
] as const;

/** What names things of one lens, and does not go along to another. */
export const OF_ONE_LENS: Partial<ReviewUrl> = {
  pillar: undefined,
  phase: undefined,
  risk: undefined,
  question: undefined,
  from: undefined,
  to: undefined,
  about: undefined,
};

/** What decides which questions are listed. */
const FILTERS = ['pillar', 'phase', 'risk', 'q'] as const;

/**
 * The tab's state in the URL; `set` merges, `undefined` removes a key. What
 * somebody chose is pushed, so that Back undoes it; what is typed or moved
 * through replaces. A new filter lists other questions, so the open one is left.
 */
export function useReviewUrl() {
  const [params, setParams] = useSearchParams();
  const url = useMemo(() => {
    const result: Record<string, string> = {};
    for (const key of KEYS) {
      const value = params.get(key);
      if (value) result[key] = value;
    }
    return result as ReviewUrl;
  }, [params]);
  const set = useCallback(
    (change: Partial<ReviewUrl>, options?: { push?: boolean }) =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          for (const [key, value] of Object.entries(change)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          const isFiltered = FILTERS.some(
            key => change[key] && change[key] !== previous.get(key),
          );
          if (isFiltered && !change.question) next.delete('question');
          // Whoever goes on is no longer led to it.
          if (!change.gate) next.delete('gate');
          return next;
        },
        { replace: !options?.push, preventScrollReset: true },
      ),
    [setParams],
  );
  return { url, set };
}
