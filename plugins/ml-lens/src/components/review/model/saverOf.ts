// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { QueryClient } from '@tanstack/react-query';
import { AnswerSaver, type AnswerSaverOptions } from './AnswerSaver';

const savers = new WeakMap<QueryClient, Map<string, AnswerSaver>>();

/**
 * The queue of saves of a review. One for as long as the page is loaded: what
 * could not be sent yet is sent from whichever tab its reader has gone on to.
 */
export function saverOf(
  client: QueryClient,
  workloadId: string,
  lensId: string,
  options: AnswerSaverOptions,
): AnswerSaver {
  const ofClient = savers.get(client) ?? new Map<string, AnswerSaver>();
  savers.set(client, ofClient);
  const key = JSON.stringify([workloadId, lensId]);
  let saver = ofClient.get(key);
  if (!saver) {
    saver = new AnswerSaver(options);
    guard(saver);
    ofClient.set(key, saver);
  }
  return saver;
}

function warn(event: BeforeUnloadEvent) {
  event.preventDefault();
}

/**
 * While something is not saved: sends it as soon as the browser is online
 * again, and asks before the page is left, which would lose it.
 */
function guard(saver: AnswerSaver): void {
  let isGuarding = false;
  saver.subscribe(() => {
    if (saver.isSaving() === isGuarding) return;
    isGuarding = !isGuarding;
    const change = isGuarding ? 'addEventListener' : 'removeEventListener';
    window[change]('beforeunload', warn as EventListener);
    window[change]('online', saver.retryAll);
  });
}
