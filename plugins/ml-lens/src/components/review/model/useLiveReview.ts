// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useApiHolder } from '@backstage/frontend-plugin-api';
import { type SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { REVIEW_SIGNALS } from '@ml-lens/backstage-plugin-ml-lens-common';
import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useIsSaving, useReviewFrame } from './ReviewContext';

/** Several changes in a row are fetched together. */
const SETTLE_MS = 500;
/** How often to look where nobody tells. */
const POLL_MS = 15_000;
/** How long after a signal, of any review, signals are known to come through. */
const TRUST_MS = 5 * 60_000;

/**
 * Fetches the review again when somebody else has changed it: as soon as a
 * signal says so, and every 15 seconds while the tab is looked at where no
 * signal has come for a while. Whether signals come through at all cannot be
 * asked: an app may have them and its backend may not. What is given here goes
 * first: nothing is fetched while an answer is on its way.
 *
 * Subscribes by itself rather than with `useSignal`, which keeps the last
 * signal of the channel only: of two that arrive together one would be lost.
 *
 * @param topic - what signals call the review; null for one nobody speaks of
 */
export function useLiveReview(topic: string | null): void {
  const { workload, lens, reload } = useReviewFrame();
  const isSaving = useIsSaving();
  const signals = useApiHolder().get(signalApiRef);
  const queryClient = useQueryClient();
  const [hasNews, setHasNews] = useState(false);

  useEffect(() => {
    if (topic === null) return undefined;
    const onNews = () => setHasNews(true);
    let trusted = 0;
    const stopListening =
      signals &&
      listen(signals, said => {
        trusted = Date.now() + TRUST_MS;
        if (said === topic) onNews();
      });
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && Date.now() > trusted) {
        onNews();
      }
    }, POLL_MS);
    return () => {
      stopListening?.();
      clearInterval(timer);
    };
  }, [signals, topic]);

  useEffect(() => {
    if (!hasNews || isSaving) return undefined;
    const timer = setTimeout(() => {
      setHasNews(false);
      void reload();
      void queryClient.invalidateQueries({
        predicate: query => isAbout(query, workload.id, lens.id),
      });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [hasNews, isSaving, lens.id, queryClient, reload, workload.id]);
}

/** Undefined where the browser cannot: signals need a secure context. */
function listen(
  signals: SignalApi,
  onSignal: (topic: string) => void,
): (() => void) | undefined {
  try {
    const { unsubscribe } = signals.subscribe<{ topic: string }>(
      REVIEW_SIGNALS,
      message => onSignal(message.topic),
    );
    return unsubscribe;
  } catch {
    return undefined;
  }
}

/** Plans, waivers, history…: whatever was asked for with the review's path. */
function isAbout(query: Query, workloadId: string, lensId: string): boolean {
  const [, , request] = query.queryKey as [
    unknown,
    unknown,
    { path?: { workloadId?: string; lensId?: string } } | undefined,
  ];
  const { path } = request ?? {};
  return path?.workloadId === workloadId && path.lensId === lensId;
}
