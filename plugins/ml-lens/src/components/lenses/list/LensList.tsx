// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, SearchField, Text } from '@backstage/ui';
import type { LensStatus } from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiUpload2Line } from '@remixicon/react';
import { Suspense, lazy, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  FilterSelect,
} from '../../shared';
import { useLensList } from '../hooks/lensQueries';
import { useManageLenses } from '../hooks/useManageLenses';
import { useUrlKeys } from '../../shared/useUrlKeys';
import { ReportsPanel } from '../reports/ReportsPanel';
import looks from '../../shared/looks.module.css';
import styles from './LensList.module.css';
import { LensListRow } from './LensListRow';

// The parser and the code view are needed by few, so they come when asked for.
const ImportDialog = lazy(() =>
  import('../import/ImportDialog').then(module => ({
    default: module.ImportDialog,
  })),
);

const STATUSES: LensStatus[] = ['DRAFT', 'PUBLISHED', 'ARCHIVED'];

/** Every lens the reader may see, with its versions and its use. */
export function LensList() {
  const { t } = useMlLensTranslation();
  const { get, set } = useUrlKeys<'q' | 'status'>();
  const [isImporting, setImporting] = useState(false);
  const mayManage = useManageLenses();
  const q = get('q');
  const status = get('status');
  const query = useLensList({ q, status });
  const { data, error, refetch } = query;
  const items = data?.pages.flatMap(page => page.items) ?? [];
  const total = data?.pages[0].totalItems ?? 0;
  const isFiltered = Boolean(q || status);

  const importButton = mayManage && (
    <Button
      variant="primary"
      iconStart={<RiUpload2Line />}
      onPress={() => setImporting(true)}
    >
      {t('lenses.list.import')}
    </Button>
  );

  return (
    <div className={`${looks.loose} ${styles.page}`}>
      <div className={`${looks.apart} ${styles.head}`}>
        <div>
          <Text as="h2" variant="title-small" weight="bold">
            {t('lenses.list.title')}
          </Text>
          <Text as="p" variant="body-medium" color="secondary">
            {t('lenses.list.subtitle')}
          </Text>
        </div>
        {(items.length > 0 || isFiltered) && importButton}
      </div>
      <ReportsPanel />
      <div className={`${looks.row} ${styles.toolbar}`}>
        <SearchField
          className={styles.search}
          size="small"
          aria-label={t('lenses.list.search')}
          placeholder={t('lenses.list.search')}
          value={q ?? ''}
          onChange={value => set({ q: value }, { replace: true })}
        />
        {mayManage && (
          <FilterSelect
            className={styles.select}
            label={t('lenses.list.status')}
            all={t('lenses.list.allStatuses')}
            options={STATUSES.map(id => ({
              id,
              label: t(`lenses.status.${id}`),
            }))}
            value={status}
            onChange={value => set({ status: value })}
          />
        )}
        {data && (
          <span className={`${looks.note} ${styles.found}`} role="status">
            {t('lenses.list.found', { count: total })}
          </span>
        )}
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <LoadingState rows={3} height={96} />}
      {!error && data && items.length === 0 && (
        <EmptyState
          title={t(
            isFiltered ? 'lenses.list.noneTitle' : 'lenses.list.emptyTitle',
          )}
          text={t(
            isFiltered ? 'lenses.list.noneText' : 'lenses.list.emptyText',
          )}
          action={!isFiltered && importButton}
        />
      )}
      {!error && items.length > 0 && (
        <ul className={looks.panel}>
          {items.map(item => (
            <LensListRow key={item.id} item={item} />
          ))}
        </ul>
      )}
      {!error && query.hasNextPage && (
        <Button
          className={styles.more}
          variant="secondary"
          isPending={query.isFetchingNextPage}
          onPress={() => query.fetchNextPage()}
        >
          {t('lenses.list.more')}
        </Button>
      )}
      {isImporting && (
        <Suspense fallback={null}>
          <ImportDialog onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </div>
  );
}
