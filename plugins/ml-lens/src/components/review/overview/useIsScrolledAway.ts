// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type RefObject, useEffect, useState } from 'react';

/** Whether an element is scrolled out at the top. */
export function useIsScrolledAway(element: RefObject<HTMLElement>): boolean {
  const [isAway, setIsAway] = useState(false);
  useEffect(() => {
    const target = element.current;
    // Where nothing is laid out, nothing scrolls.
    if (!target || typeof IntersectionObserver === 'undefined') {
      return undefined;
    }
    const observer = new IntersectionObserver(entries => {
      const { isIntersecting, boundingClientRect } =
        entries[entries.length - 1];
      // Below the window is not scrolled away, but not reached yet.
      setIsAway(!isIntersecting && boundingClientRect.top < 0);
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return isAway;
}
