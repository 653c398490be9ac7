// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PluginProvider } from '../../../api';
import { ErrorState, LoadingState, Surface } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './Home.module.css';

/** What a widget of the portal's home page stands in. */
export function Widget(props: {
  children: ReactNode;
  /** Another cache than that of the plugin. */
  client?: QueryClient;
}) {
  return (
    <PluginProvider client={props.client}>
      <Surface className={`${looks.loose} ${styles.widget}`}>
        {props.children}
      </Surface>
    </PluginProvider>
  );
}

/** What was asked for, once it is there. */
export function Asked<T>(props: {
  query: { data: T | undefined; error: unknown; refetch(): unknown };
  children: (data: T) => ReactNode;
}) {
  const { query, children } = props;
  if (query.data !== undefined) return <>{children(query.data)}</>;
  return query.error ? (
    <ErrorState error={query.error} onRetry={() => query.refetch()} />
  ) : (
    <LoadingState rows={2} height={40} />
  );
}
