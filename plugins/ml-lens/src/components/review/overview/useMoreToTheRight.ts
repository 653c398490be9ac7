// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type RefObject, useEffect, useState } from 'react';

/** Whether a box that scrolls sideways has more at its end edge. */
export function useMoreToTheRight(box: RefObject<HTMLElement>): boolean {
  const [hasMore, setHasMore] = useState(false);
  useEffect(() => {
    const element = box.current;
    // Where nothing is laid out, nothing is out of sight.
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const look = () =>
      setHasMore(
        // Widths may be fractions of a pixel.
        element.scrollLeft + element.clientWidth < element.scrollWidth - 2,
      );
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  return hasMore;
}
