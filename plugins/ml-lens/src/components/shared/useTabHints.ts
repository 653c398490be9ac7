// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type RefObject, useEffect } from 'react';
import styles from './TabHints.module.css';

/** Of what surrounds the tabs. */
export const HINTED_TABS = styles.hinted;

/**
 * Fades the edges behind which there are more tabs, and brings the chosen one
 * into view. The list is drawn by a library, so it is found by its role.
 *
 * @param around - has {@link HINTED_TABS}; its first list of tabs is meant
 */
export function useTabHints(around: RefObject<HTMLElement>): void {
  useEffect(() => {
    const list = around.current?.querySelector<HTMLElement>('[role=tablist]');
    // Where nothing is laid out, nothing is out of sight.
    if (!list || typeof ResizeObserver === 'undefined') return undefined;
    const look = () => {
      const { clientWidth, scrollLeft, scrollWidth } = list;
      // Widths may be fractions of a pixel.
      list.toggleAttribute('data-more-before', scrollLeft > 2);
      list.toggleAttribute(
        'data-more-after',
        scrollLeft + clientWidth < scrollWidth - 2,
      );
    };
    const follow = () => {
      const tab = list.querySelector('[aria-selected=true]');
      if (tab) {
        const [box, { left, width }] = [
          list.getBoundingClientRect(),
          tab.getBoundingClientRect(),
        ];
        // Of the list alone: the page stays where it is.
        list.scrollLeft += left - box.left - (box.width - width) / 2;
      }
      look();
    };
    follow();
    const sizes = new ResizeObserver(follow);
    sizes.observe(list);
    const changes = new MutationObserver(follow);
    changes.observe(list, {
      subtree: true,
      childList: true,
      attributeFilter: ['aria-selected'],
    });
    list.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      changes.disconnect();
      list.removeEventListener('scroll', look);
    };
  }, [around]);
}
