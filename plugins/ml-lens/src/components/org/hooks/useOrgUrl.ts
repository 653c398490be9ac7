import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type OrgUrlChange, parseOrgUrl, writeOrgUrl } from '../orgUrl';

/** State of the organisation's pages in the URL; `set` merges. */
export function useOrgUrl() {
  const [params, setParams] = useSearchParams();
  const url = useMemo(() => parseOrgUrl(params), [params]);
  const set = useCallback(
    (change: OrgUrlChange, options?: { push?: boolean }) =>
      setParams(previous => writeOrgUrl(previous, change), {
        replace: !options?.push,
        preventScrollReset: true,
      }),
    [setParams],
  );
  return { url, set, params };
}
