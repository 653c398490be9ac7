// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex, Select } from '@backstage/ui';
import type { Page, OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { PAGE_SIZES } from '../orgUrl';
import { useMlLensTranslation } from '../../../translation';
import { RefCell, UpdatedCell, WorkloadName } from './cells';
import { useOrg } from '../OrgModel';
import {
  DataRows,
  useIsNarrow,
  CoverageBar,
  LevelChip,
  ScoreRing,
  useFormat,
} from '../../shared';
import { RowLegend, PhaseStrip, RiskCell, PageTurn } from '../parts';
import { useWorkloadColumns } from './columns';
import looks from '../../shared/looks.module.css';
import styles from './Workloads.module.css';

/** Page size, place in the list, and the way to the next page. */
function PagingBar(props: { page: Page<OrgRow> }) {
  const { items, totalItems, pageInfo } = props.page;
  const { url, set } = useOrg();
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const from = (url.page - 1) * url.limit + 1;
  const turn = (cursor: string | undefined, step: 1 | -1) =>
    cursor === undefined
      ? undefined
      : () =>
          // The first page needs no cursor, so its address is the plain one.
          set(url.page + step > 1 ? { cursor, page: url.page + step } : {});
  return (
    <PageTurn
      from={from}
      to={from + items.length - 1}
      total={totalItems}
      onPrevious={turn(pageInfo.prevCursor, -1)}
      onNext={turn(pageInfo.nextCursor, 1)}
    >
      <Select
        size="small"
        className={styles.pageSize}
        aria-label={t('org.table.pageSize')}
        options={PAGE_SIZES.map(size => ({
          id: String(size),
          label: t('org.table.pageSizeOption', { count: number(size) }),
        }))}
        value={String(url.limit)}
        onChange={value => set({ limit: Number(value) })}
      />
    </PageTurn>
  );
}

/** A row on a phone. */
function WorkloadCard(props: { row: OrgRow }) {
  const { row } = props;
  const { lens } = useOrg();
  return (
    <>
      <Flex align="start" gap="3">
        <ScoreRing score={row.score} size={48} />
        <div className={styles.cardName}>
          <WorkloadName row={row} />
          <div className={looks.note}>
            <RefCell value={row.owner} kind="group" />
            {row.lifecycle && ` · ${row.lifecycle}`}
          </div>
        </div>
        <LevelChip level={row.level} score={row.score} />
      </Flex>
      <CoverageBar coverage={row.coverage} />
      <RiskCell counts={row.counts} />
      <div className={`${looks.apart} ${styles.cardFoot}`}>
        <PhaseStrip row={row} phases={lens.phases} />
        <UpdatedCell at={row.updatedAt} />
      </div>
    </>
  );
}

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
