import type { Page, OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { ButtonIcon, Select } from '@backstage/ui';

import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { useOrg } from '../OrgModel';
import { PAGE_SIZES } from '../orgUrl';
import styles from './Workloads.module.css';

/** Page size, place in the list, and the way to the next page. */
export function PagingBar(props: { page: Page<OrgRow> }) {
  const { items, totalItems, pageInfo } = props.page;
  const { url, set } = useOrg();
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const from = (url.page - 1) * url.limit + 1;
  const turn = (cursor: string, step: 1 | -1) =>
    // The first page needs no cursor, so its address is the plain one.
    set(url.page + step > 1 ? { cursor, page: url.page + step } : {});
  return (
    <nav className={styles.paging} aria-label={t('org.table.pages')}>
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
      <span className={styles.range} role="status">
        {t('org.table.range', {
          from: number(from),
          to: number(from + items.length - 1),
          total: number(totalItems),
        })}
      </span>
      <span className={styles.turn}>
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiArrowLeftSLine />}
          aria-label={t('org.table.previous')}
          isDisabled={!pageInfo.prevCursor}
          onPress={() => pageInfo.prevCursor && turn(pageInfo.prevCursor, -1)}
        />
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiArrowRightSLine />}
          aria-label={t('org.table.next')}
          isDisabled={!pageInfo.nextCursor}
          onPress={() => pageInfo.nextCursor && turn(pageInfo.nextCursor, 1)}
        />
      </span>
    </nav>
  );
}
