// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState, LoadingState } from '../../shared';
import { FilterBar } from '../filters/FilterBar';
import { OrgPage } from '../OrgModel';
import { ViewsMenu } from '../views/ViewsMenu';
import styles from './Insights.module.css';

/** A tab with the filters on top of it. */
export function InsightsPage(props: {
  client?: QueryClient;
  children: ReactNode;
}) {
  return (
    <OrgPage client={props.client}>
      <FilterBar actions={<ViewsMenu />} />
      <div className={styles.content}>{props.children}</div>
    </OrgPage>
  );
}

/** The answer of a query once there is one, else what became of it. */
export function Answered<T>(props: {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  height?: number;
  /** It is a page of cards, and not what stands in one. */
  isPage?: boolean;
  children: (data: T) => ReactNode;
}) {
  const { query, height = 320, isPage, children } = props;
  if (query.error && query.data === undefined) {
    return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  }
  if (query.data === undefined) {
    return <LoadingState rows={1} height={height} isCard={isPage} />;
  }
  return <>{children(query.data)}</>;
}
