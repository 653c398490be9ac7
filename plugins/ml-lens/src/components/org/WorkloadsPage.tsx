// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ORG_SORT_FIELDS } from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiLayoutColumnLine } from '@remixicon/react';
import {
  MenuListBox,
  MenuListBoxItem,
  MenuTrigger,
  Select,
} from '@backstage/ui';
import { Suspense, lazy, useEffect } from 'react';
import { Route, Routes } from 'react-router-dom';
import { WorkloadsFrame } from './workloads/WorkloadsFrame';
import { useMlLensTranslation } from '../../translation';
import { LoadingState, statusOf, Notice, SmallButton } from '../shared';
import { NoSuchPage } from '../shared/NoSuchPage';
import { useColumnChoice, useIsCatalogBeingRead, useScorecards } from './hooks';
import { useIsNarrow } from '../shared/useIsNarrow';
import { inOrgPage, useOrg } from './OrgModel';
import { isFiltered, sortParam } from './orgUrl';
import { ExportMenu } from './views/ExportMenu';
import { ViewsMenu } from './views/ViewsMenu';
import {
  DEFAULT_COLUMNS,
  useWorkloadColumns,
  type WorkloadColumn,
} from './workloads/columns';
import { WorkloadsTable } from './workloads/WorkloadsTable';

/** The order of the cards, which have no headers to press. */
function SortSelect() {
  const { url, set } = useOrg();
  const { t } = useMlLensTranslation();
  const texts = ['title', 'owner', 'system', 'domain', 'lifecycle'];
  const options = ORG_SORT_FIELDS.flatMap(field => {
    if (field === 'updatedAt') {
      return [
        { id: '-updatedAt', label: t('org.table.sortNewest') },
        { id: 'updatedAt', label: t('org.table.sortOldest') },
      ];
    }
    if (field === 'lateSince') {
      const values = { field: t('org.field.lateSince') };
      return [
        { id: 'lateSince', label: t('org.table.sortDown', values) },
        { id: '-lateSince', label: t('org.table.sortUp', values) },
      ];
    }
    const name = t(`org.field.${field === 'title' ? 'workload' : field}`);
    const isText = texts.includes(field);
    return [
      {
        id: field as string,
        label: t(isText ? 'org.table.sortText' : 'org.table.sortUp', {
          field: name,
        }),
      },
      {
        id: `-${field}`,
        label: t(isText ? 'org.table.sortTextDown' : 'org.table.sortDown', {
          field: name,
        }),
      },
    ];
  });
  return (
    <Select
      size="small"
      aria-label={t('org.table.sortBy')}
      options={options}
      value={sortParam(url.sort)}
      onChange={value => {
        const chosen = String(value);
        const descending = chosen.startsWith('-');
        const name = descending ? chosen.slice(1) : chosen;
        const field = ORG_SORT_FIELDS.find(known => known === name);
        if (field) set({ sort: { field, descending } });
      }}
    />
  );
}

/** Which columns are shown; the workload itself always is. */
function ColumnsMenu(props: {
  columns: WorkloadColumn[];
  shown: string[];
  onChange: (shown: string[]) => void;
}) {
  const { columns, shown, onChange } = props;
  const { t } = useMlLensTranslation();
  const choices = columns.filter(({ id }) => id !== 'workload');
  return (
    <MenuTrigger>
      <SmallButton iconStart={<RiLayoutColumnLine aria-hidden />}>
        {t('org.table.columns')}
      </SmallButton>
      <MenuListBox
        aria-label={t('org.table.columns')}
        selectionMode="multiple"
        // Escape closes the list; what is chosen stays.
        escapeKeyBehavior="none"
        selectedKeys={shown}
        onSelectionChange={keys =>
          onChange(
            keys === 'all'
              ? columns.map(({ id }) => id)
              : ['workload', ...[...keys].map(String)],
          )
        }
      >
        {choices.map(({ id, label }) => (
          <MenuListBoxItem key={id} id={id} textValue={label}>
            {label}
          </MenuListBoxItem>
        ))}
      </MenuListBox>
    </MenuTrigger>
  );
}

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
          <Suspense fallback={<LoadingState rows={3} height={180} isCard />}>
            <WorkloadReviewContent />
          </Suspense>
        }
      />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}
