// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useCallback, useEffect, useRef } from 'react';
import { useReviewUrl } from '../model';

const LIST_ID = 'ml-lens-questions';

/** Of the list of questions: can be brought into view, and take the focus. */
export const LIST_TARGET = { id: LIST_ID, tabIndex: -1 } as const;

function bringIntoView() {
  const list = document.getElementById(LIST_ID);
  if (!list) return;
  list.focus({ preventScroll: true });
  const isCalm = window.matchMedia?.(
    '(prefers-reduced-motion: reduce)',
  ).matches;
  list.scrollIntoView?.({
    block: 'start',
    behavior: isCalm ? 'auto' : 'smooth',
  });
}

/**
 * For what filters the questions from further up the page: call it with the
 * change of the address, and the list is brought into view once it has changed.
 */
export function useShowQuestions() {
  const { url } = useReviewUrl();
  const isAsked = useRef(false);
  useEffect(() => {
    if (!isAsked.current) return;
    isAsked.current = false;
    bringIntoView();
  }, [url]);
  return useCallback(() => {
    isAsked.current = true;
  }, []);
}
