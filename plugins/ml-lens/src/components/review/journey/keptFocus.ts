// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect } from 'react';

let kept: string | undefined;

/**
 * The tab is built anew for another instant. The element of this id, which led
 * there, gets the focus again, so that the keyboard goes on where it was.
 */
export function keepFocus(elementId: string): void {
  kept = elementId;
}

/** Gives the focus back to the element of this id, once it is there again. */
export function useKeptFocus(elementId: string): void {
  useEffect(() => {
    if (kept !== elementId) return;
    kept = undefined;
    document.getElementById(elementId)?.focus({ preventScroll: true });
  }, [elementId]);
}
