import { useApiHolder } from '@backstage/frontend-plugin-api';
import { type SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { REVIEW_SIGNALS } from '@ml-lens/backstage-plugin-ml-lens-common';
import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useReview } from './ReviewModel';

/** Several changes in a row are fetched together. */
const SETTLE_MS = 500;
/** How often to look where nobody tells. */
const POLL_MS = 15_000;

/**
 * Fetches the review again when somebody else has changed it: as soon as a
 * signal says so, or every 15 seconds while the tab is looked at in a portal
 * without signals. What is given here goes first: nothing is fetched while an
 * answer is on its way.
 *
 * Subscribes by itself rather than with `useSignal`, which keeps the last
 * signal of the channel only: of two that arrive together one would be lost.
 *
 * @param topic - what signals call the review; null for one nobody speaks of
 */
export function useLiveReview(topic: string | null): void {
  const { workload, lens, isSaving, reload } = useReview();
  const signals = useApiHolder().get(signalApiRef);
  const queryClient = useQueryClient();
  const [hasNews, setHasNews] = useState(false);

  useEffect(() => {
    if (topic === null) return undefined;
    const onNews = () => setHasNews(true);
    return (signals && listen(signals, topic, onNews)) ?? poll(onNews);
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
  topic: string,
  onNews: () => void,
): (() => void) | undefined {
  try {
    const { unsubscribe } = signals.subscribe<{ topic: string }>(
      REVIEW_SIGNALS,
      message => {
        if (message.topic === topic) onNews();
      },
    );
    return unsubscribe;
  } catch {
    return undefined;
  }
}

function poll(onNews: () => void): () => void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') onNews();
  }, POLL_MS);
  return () => clearInterval(timer);
}

/** Plans, waivers, history…: whatever was asked for with the review's path. */
function isAbout(query: Query, workloadId: string, lensId: string): boolean {
  const [, , path] = query.queryKey as [unknown, unknown, unknown];
  const about = (path ?? {}) as { workloadId?: string; lensId?: string };
  return about.workloadId === workloadId && about.lensId === lensId;
}
