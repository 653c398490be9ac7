// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useRef, type ReactNode, useEffect } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * The panel that the chosen tab of the header points to. The header names one
 * by an id of its own making and leaves drawing it to the page, so the id is
 * read from there.
 */
export function TabPanel(props: { children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const element = panel.current;
    if (!element) return undefined;
    const follow = () => {
      const tab = [
        ...document.querySelectorAll(
          '[role=tab][aria-selected=true][aria-controls]',
        ),
      ].find(other => !element.contains(other));
      if (!tab) return;
      element.id = tab.getAttribute('aria-controls') ?? '';
      element.setAttribute('role', 'tabpanel');
      element.setAttribute('aria-labelledby', tab.id);
    };
    follow();
    const observer = new MutationObserver(follow);
    observer.observe(document.body, {
      subtree: true,
      attributeFilter: ['aria-controls', 'aria-selected'],
    });
    return () => observer.disconnect();
  }, [pathname]);
  return <div ref={panel}>{props.children}</div>;
}
