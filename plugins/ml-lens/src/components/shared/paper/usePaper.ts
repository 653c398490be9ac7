// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect, useState } from 'react';

/**
 * A sheet over the page, as a child of the body: there, printing can leave out
 * everything else with one rule, whatever the app around looks like. The page
 * below cannot be reached while it is shown.
 */
export function usePaper(): HTMLElement {
  const [element] = useState(() => document.createElement('div'));
  useEffect(() => {
    element.dataset.mlLensPaper = '';
    const others = [...document.body.children].filter(
      child => child !== element && !child.hasAttribute('inert'),
    );
    document.body.append(element);
    for (const other of others) other.setAttribute('inert', '');
    return () => {
      for (const other of others) other.removeAttribute('inert');
      element.remove();
    };
  }, [element]);
  return element;
}
