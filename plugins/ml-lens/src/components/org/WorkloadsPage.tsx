// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Alert } from '@backstage/ui';
import { Suspense, lazy, useEffect } from 'react';
import { Route, Routes } from 'react-router-dom';
import { useMlLensTranslation } from '../../translation';
import { ErrorState, LoadingState } from '../shared';
import { NoSuchPage } from '../shared/NoSuchPage';
import { FilterBar } from './filters/FilterBar';
import { useColumnChoice, useIsCatalogBeingRead, useScorecards } from './hooks';
import { useIsNarrow } from '../shared/useIsNarrow';
import looks from '../shared/looks.module.css';
import styles from './Org.module.css';
import { inOrgPage, useOrg } from './OrgModel';
import { isFiltered } from './orgUrl';
import { TotalsBand } from './totals/TotalsBand';
import { ExportMenu } from './views/ExportMenu';
import { ViewsMenu } from './views/ViewsMenu';
import { DEFAULT_COLUMNS, useWorkloadColumns } from './workloads/columns';
import { ColumnsMenu } from './workloads/ColumnsMenu';
import { NoWorkloads } from './workloads/NoWorkloads';
import { SortSelect } from './workloads/SortSelect';
import { WorkloadsTable } from './workloads/WorkloadsTable';

// A review is much to load for the few workloads that have no entity.
const WorkloadReviewContent = lazy(() =>
  import('../review/WorkloadReviewContent').then(module => ({
    default: module.WorkloadReviewContent,
  })),
);

const WorkloadList = inOrgPage(Workloads);

function Workloads() {
  const { url, set, lens } = useOrg();
  const { t } = useMlLensTranslation();
  const isNarrow = useIsNarrow();
  const { data, error, isPlaceholderData, refetch } = useScorecards();
  const columns = useWorkloadColumns();
  const { columns: shown, choose } = useColumnChoice(DEFAULT_COLUMNS);

  // A page in a bookmark that the list does not have any more: start over.
  const isLostPage =
    url.cursor !== undefined &&
    !isPlaceholderData &&
    ((error as { statusCode?: number } | null)?.statusCode === 400 ||
      (data !== undefined && data.items.length === 0 && data.totalItems > 0));
  useEffect(() => {
    if (isLostPage) set({}, { replace: true });
  }, [isLostPage, set]);

  const isBeingRead = useIsCatalogBeingRead(
    data !== undefined &&
      data.items.length > 0 &&
      !isFiltered(url) &&
      data.items.every(({ entityRef, orphaned }) => orphaned || !entityRef),
  );

  if (error && !isLostPage) {
    return (
      <>
        {isFiltered(url) && <FilterBar />}
        <ErrorState error={error} onRetry={refetch} />
      </>
    );
  }
  const isEmpty = data?.totalItems === 0;
  if (isEmpty && !isFiltered(url) && !isPlaceholderData) {
    return (
      <>
        {lens.choices.length > 1 && <FilterBar />}
        <NoWorkloads />
      </>
    );
  }
  return (
    <>
      {isBeingRead && (
        <Alert
          status="info"
          icon
          loading
          title={t('org.empty.readingTitle')}
          description={t('org.empty.linksText')}
        />
      )}
      <TotalsBand canSort />
      <FilterBar
        actions={
          <>
            {isNarrow ? (
              <SortSelect />
            ) : (
              <ColumnsMenu
                columns={columns}
                shown={[...shown]}
                onChange={choose}
              />
            )}
            <ExportMenu />
            <ViewsMenu />
          </>
        }
      />
      <div className={`${looks.box} ${styles.panel}`}>
        {isEmpty ? (
          <NoWorkloads />
        ) : (
          <WorkloadsTable
            label={t('org.table.label')}
            shown={shown}
            page={data}
            isStale={isPlaceholderData}
          />
        )}
      </div>
    </>
  );
}

/**
 * Every workload the reader may see, with what its review says; below it the
 * reviews of those that no entity shows.
 */
export function WorkloadsPage() {
  return (
    <Routes>
      <Route index element={<WorkloadList />} />
      <Route
        path=":workloadId"
        element={
          <Suspense fallback={<LoadingState rows={3} height={180} isCard />}>
            <WorkloadReviewContent />
          </Suspense>
        }
      />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}
