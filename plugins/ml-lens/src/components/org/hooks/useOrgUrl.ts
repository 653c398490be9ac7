// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type OrgUrlChange, parseOrgUrl, writeOrgUrl } from '../orgUrl';

/**
 * State of the organisation's pages in the URL; `set` merges. Each change is a
 * step to go back to, but for those made while typing or by the page itself.
 */
export function useOrgUrl() {
  const [params, setParams] = useSearchParams();
  const url = useMemo(() => parseOrgUrl(params), [params]);
  const set = useCallback(
    (change: OrgUrlChange, options?: { replace?: boolean }) => {
      const next = writeOrgUrl(params, change);
      setParams(next, {
        // What changes nothing is no step.
        replace: options?.replace || next.toString() === params.toString(),
        preventScrollReset: true,
      });
    },
    [params, setParams],
  );
  return { url, set, params };
}
