// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Page, OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useOrg } from '../OrgModel';
import { DataRows, useIsNarrow } from '../../shared';
import { RowLegend } from '../parts';
import { useWorkloadColumns } from './columns';
import { PagingBar } from './PagingBar';
import { WorkloadCard } from './WorkloadCard';

/** A page of workloads: sorted by its headers, turned at its foot. */
export function WorkloadsTable(props: {
  label: string;
  /** Ids of the columns beside that of the name. */
  shown: readonly string[];
  /** Absent while it loads. */
  page: Page<OrgRow> | undefined;
  isStale: boolean;
}) {
  const { label, shown, page, isStale } = props;
  const { url, set } = useOrg();
  const columns = useWorkloadColumns();
  const isNarrow = useIsNarrow();
  const sorted = columns.find(({ sort }) => sort === url.sort.field);
  return (
    <>
      <DataRows
        label={label}
        columns={columns.filter(
          ({ id }) => id === 'workload' || shown.includes(id),
        )}
        items={page?.items.map(row => ({
          ...row,
          id: `${row.workloadId}/${row.lens.id}`,
        }))}
        isStale={isStale}
        sort={sorted && { column: sorted.id, descending: url.sort.descending }}
        onSort={(column, descending) => {
          const field = columns.find(({ id }) => id === column)?.sort;
          if (field) set({ sort: { field, descending } });
        }}
        card={row => <WorkloadCard row={row} />}
      />
      {page && (
        <RowLegend
          hasRisks={isNarrow || shown.includes('risks')}
          phases={isNarrow || shown.includes('phases') ? 'strip' : undefined}
        />
      )}
      {page && <PagingBar page={page} />}
    </>
  );
}
