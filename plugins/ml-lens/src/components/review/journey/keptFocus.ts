import { useEffect } from 'react';

let kept: string | undefined;

/**
 * The tab is built anew for another instant. The element of this id, which led
 * there, gets the focus again, so that the keyboard goes on where it was.
 */
export function keepFocus(elementId: string): void {
  kept = elementId;
}

/** Gives the focus back, once what had it is there again. */
export function useKeptFocus(): void {
  useEffect(() => {
    if (!kept) return;
    document.getElementById(kept)?.focus({ preventScroll: true });
    kept = undefined;
  }, []);
}
