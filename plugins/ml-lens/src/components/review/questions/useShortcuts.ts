// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef } from 'react';

/** Whether keys typed now belong to a field rather than to the page. */
function isTyping(target: EventTarget | null) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) &&
    !(target instanceof HTMLInputElement && target.type === 'checkbox')
  );
}

/** Above everything, dialogs included, and in nobody's way: where toasts are. */
const TOP_LAYER = '[data-react-aria-top-layer]';

/** Whether something wants an answer first. Toasts call themselves dialogs too. */
function isDialogOpen() {
  return [
    ...document.querySelectorAll('[role="dialog"], [role="alertdialog"]'),
  ].some(
    dialog =>
      dialog.getAttribute('aria-modal') !== 'false' &&
      !dialog.closest(TOP_LAYER),
  );
}

/**
 * Single keys for the whole tab. Inactive while a field has the focus, a
 * dialog is open or a modifier is held.
 */
export function useShortcuts(shortcuts: Record<string, () => void>) {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (isDialogOpen()) return;
      const action = Object.hasOwn(latest.current, event.key)
        ? latest.current[event.key]
        : undefined;
      if (action) {
        event.preventDefault();
        action();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
