// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react';
import { ErrorState } from '../../shared';
import looks from '../../shared/looks.module.css';
import { FilterBar } from '../filters/FilterBar';
import styles from '../Org.module.css';
import { useOrg } from '../OrgModel';
import { isFiltered } from '../orgUrl';
import { TotalsBand } from '../totals/TotalsBand';
import { NoWorkloads } from './NoWorkloads';

/**
 * What lists workloads, or groups of them: totals and filters above it, and
 * what stands in its place where there are none, or it cannot be had.
 */
export function WorkloadsFrame(props: {
  query: { error: unknown; isPlaceholderData: boolean; refetch(): unknown };
  /** How many the filters leave; undefined while that is not known. */
  total: number | undefined;
  canSort?: boolean;
  /** Beside the filters. */
  actions: ReactNode;
  /** Above the list, whether there is one or not. */
  head?: ReactNode;
  children: ReactNode;
}) {
  const { query, total, canSort, actions, head, children } = props;
  const { url, lens } = useOrg();
  if (query.error) {
    return (
      <>
        {isFiltered(url) && <FilterBar />}
        <ErrorState error={query.error} onRetry={() => query.refetch()} />
      </>
    );
  }
  if (total === 0 && !isFiltered(url) && !query.isPlaceholderData) {
    return (
      <>
        {lens.choices.length > 1 && <FilterBar />}
        <NoWorkloads />
      </>
    );
  }
  return (
    <>
      <TotalsBand canSort={canSort} />
      <FilterBar actions={actions} />
      <div className={`${looks.box} ${styles.panel}`}>
        {head}
        {total === 0 ? <NoWorkloads /> : children}
      </div>
    </>
  );
}
