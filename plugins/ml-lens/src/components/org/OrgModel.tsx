import type { QueryClient } from '@tanstack/react-query';
import { type ReactNode, createContext, useContext, useMemo } from 'react';
import { QueryProvider } from '../../api';
import { Surface } from '../shared';
import { type OrgLens, useOrgLens } from './hooks/useOrgLens';
import { useOrgUrl } from './hooks/useOrgUrl';
import styles from './Org.module.css';
import type { OrgUrl, OrgUrlChange } from './orgUrl';

/** What every tab of the organisation's page starts from. */
export interface OrgModel {
  url: OrgUrl;
  /** Merges into the URL; `push` leaves a step to go back to. */
  set: (change: OrgUrlChange, options?: { push?: boolean }) => void;
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

function OrgProvider(props: { children: ReactNode }) {
  const { url, set, params } = useOrgUrl();
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
  /** Another cache than that of the plugin. */
  client?: QueryClient;
}) {
  return (
    <QueryProvider client={props.client}>
      <OrgProvider>
        <Surface className={styles.page}>{props.children}</Surface>
      </OrgProvider>
    </QueryProvider>
  );
}
