// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import type { Page, OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { PAGE_SIZES } from '../orgUrl';
import { useMlLensTranslation } from '../../../translation';
import { useOrg } from '../OrgModel';
import { useFormat } from '../../shared';
import { PageTurn } from '../parts';
import styles from './Workloads.module.css';

/** Page size, place in the list, and the way to the next page. */
export function PagingBar(props: { page: Page<OrgRow> }) {
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
