// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useSearchParams } from 'react-router-dom';
import {
  type ComponentType,
  type ReactNode,
  createContext,
  useContext,
  useMemo,
  useCallback,
} from 'react';
import { PluginProvider } from '../../api';
import { Surface } from '../shared';
import { type OrgLens, useOrgLens } from './hooks/useOrgLens';
import styles from './Org.module.css';
import {
  type FilterKey,
  type OrgUrl,
  type OrgUrlChange,
  parseOrgUrl,
  writeOrgUrl,
} from './orgUrl';

/**
 * State of the organisation's pages in the URL; `set` merges. Each change is a
 * step to go back to, but for those made while typing or by the page itself.
 */
function useOrgUrl() {
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

/** What every tab of the organisation's page starts from. */
export interface OrgModel {
  url: OrgUrl;
  /** Merges into the URL; `replace` leaves no step to go back to. */
  set: (change: OrgUrlChange, options?: { replace?: boolean }) => void;
  /** The URL as it is, to build links that keep it. */
  params: URLSearchParams;
  lens: OrgLens;
}

const Context = createContext<OrgModel | undefined>(undefined);

export function useOrg(): OrgModel {
  const model = useContext(Context);
  if (!model) throw new Error('useOrg is used outside an OrgPage');
  return model;
}

/** Filters that hold whatever the address says. */
export type FixedFilters = Partial<Record<FilterKey, string[]>>;

function OrgProvider(props: { children: ReactNode; fixed?: FixedFilters }) {
  const { fixed } = props;
  const address = useOrgUrl();
  const { set } = address;
  const { url, params } = useMemo(() => {
    if (!fixed) return { url: address.url, params: address.params };
    // A page of the list is left out by writing, so it is read before.
    const merged = writeOrgUrl(address.params, { filters: fixed });
    const { cursor, page } = address.url;
    return { url: { ...parseOrgUrl(merged), cursor, page }, params: merged };
  }, [address.params, address.url, fixed]);
  const lens = useOrgLens(url.lens);
  const model = useMemo(
    () => ({ url, set, params, lens }),
    [url, set, params, lens],
  );
  return <Context.Provider value={model}>{props.children}</Context.Provider>;
}

/** Frame of one tab: cache, tokens, URL state and the chosen lens. */
export function OrgPage(props: {
  children: ReactNode;
  fixed?: FixedFilters;
  className?: string;
}) {
  const { className = '' } = props;
  return (
    <PluginProvider>
      <OrgProvider fixed={props.fixed}>
        <Surface className={`${styles.page} ${className}`.trim()}>
          {props.children}
        </Surface>
      </OrgProvider>
    </PluginProvider>
  );
}

/** A tab of the organisation's page in its frame. */
export function inOrgPage(Tab: ComponentType) {
  return function TabPage() {
    return (
      <OrgPage>
        <Tab />
      </OrgPage>
    );
  };
}
