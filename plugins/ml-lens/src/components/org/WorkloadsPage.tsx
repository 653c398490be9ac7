// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Suspense, lazy, useEffect } from 'react';
import { Route, Routes } from 'react-router-dom';
import { WorkloadsFrame } from './workloads/WorkloadsFrame';
import { useMlLensTranslation } from '../../translation';
import { LoadingCards, statusOf, Notice } from '../shared';
import { NoSuchPage } from '../shared/NoSuchPage';
import { useColumnChoice, useIsCatalogBeingRead, useScorecards } from './hooks';
import { useIsNarrow } from '../shared/useIsNarrow';
import { inOrgPage, useOrg } from './OrgModel';
import { isFiltered } from './orgUrl';
import { ExportMenu } from './views/ExportMenu';
import { ViewsMenu } from './views/ViewsMenu';
import { DEFAULT_COLUMNS, useWorkloadColumns } from './workloads/columns';
import { ColumnsMenu } from './workloads/ColumnsMenu';
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
  const { url, set } = useOrg();
  const { t } = useMlLensTranslation();
  const isNarrow = useIsNarrow();
  const { data, error, isPlaceholderData, refetch } = useScorecards();
  const columns = useWorkloadColumns();
  const { columns: shown, choose } = useColumnChoice(DEFAULT_COLUMNS);

  // A page in a bookmark that the list does not have any more: start over.
  const isLostPage =
    url.cursor !== undefined &&
    !isPlaceholderData &&
    (statusOf(error) === 400 ||
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

  return (
    <>
      {isBeingRead && (
        <Notice
          status="info"
          loading
          title={t('org.empty.readingTitle')}
          description={t('org.empty.linksText')}
        />
      )}
      <WorkloadsFrame
        query={{
          error: isLostPage ? undefined : error,
          isPlaceholderData,
          refetch,
        }}
        total={data?.totalItems}
        canSort
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
      >
        <WorkloadsTable
          label={t('org.table.label')}
          shown={shown}
          page={data}
          isStale={isPlaceholderData}
        />
      </WorkloadsFrame>
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
          <Suspense fallback={<LoadingCards rows={3} height={180} />}>
            <WorkloadReviewContent />
          </Suspense>
        }
      />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}
