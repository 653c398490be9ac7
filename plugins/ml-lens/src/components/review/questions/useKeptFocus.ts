// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type RefObject, useEffect, useRef } from 'react';
import type { QuestionGroup } from './questionList';

function rowOf(root: HTMLElement, questionId: string | undefined) {
  const rows = root.querySelectorAll<HTMLElement>('[data-question]');
  return [...rows]
    .find(row => row.dataset.question === questionId)
    ?.querySelector('button');
}

/**
 * Where the focus goes when the form it was in is closed, also by Back: to the
 * question, to the one in its place if a filter hides it now, or to the list.
 */
export function useKeptFocus(
  root: RefObject<HTMLElement>,
  groups: readonly QuestionGroup[],
  openId: string | undefined,
) {
  const before = useRef<{ openId?: string; order: string[] }>({ order: [] });
  const left = useRef<{ id: string; index: number }>();
  useEffect(() => {
    const was = before.current;
    const order = groups.flatMap(({ entries }) =>
      entries.map(({ question }) => question.id),
    );
    before.current = { openId, order };
    if (openId) {
      left.current = undefined;
    } else if (was.openId) {
      left.current = { id: was.openId, index: was.order.indexOf(was.openId) };
    }
    // The list may follow a moment later, and take the row along only then.
    if (!left.current || !root.current) return;
    if (document.activeElement !== document.body) return;
    const { id, index } = left.current;
    left.current = undefined;
    const row = rowOf(root.current, order.includes(id) ? id : order[index]);
    (row ?? root.current).focus({ preventScroll: true });
  }, [root, groups, openId]);
}
