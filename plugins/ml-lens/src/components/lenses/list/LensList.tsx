// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link as RouterLink } from 'react-router-dom';
import { Button, SearchField, Text, Link } from '@backstage/ui';
import type {
  LensStatus,
  LensListItem,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiUpload2Line, RiDraftLine } from '@remixicon/react';
import { Suspense, lazy, useState } from 'react';
import { lensDescription, lensName } from '../../shared/lensName';
import { LensStatusChip } from '../shared/LensChips';
import { useLensPaths } from '../paths';
import { useMlLensTranslation, useLanguage } from '../../../translation';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  FilterSelect,
  CoverageBar,
  ScoreRing,
} from '../../shared';
import { useLensList } from '../hooks/lensQueries';
import { useManageLenses } from '../hooks/useManageLenses';
import { useUrlKeys } from '../../shared/useUrlKeys';
import { ReportsPanel } from '../reports/ReportsPanel';
import looks from '../../shared/looks.module.css';
import styles from './LensList.module.css';

/** One lens: what it is, what is in it, and how it is used. */
function LensListRow(props: { item: LensListItem }) {
  const { item } = props;
  const { t } = useMlLensTranslation();
  const language = useLanguage();
  const paths = useLensPaths();
  const { counts, usage, versions } = item;
  const older = versions.length - 1;
  const draft = versions.find(
    version => version.status === 'DRAFT' && version.version !== item.version,
  );
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <div className={looks.line}>
          <Link
            href={paths.detail(item.id)}
            variant="body-large"
            weight="bold"
            standalone
          >
            {lensName(item, language)}
          </Link>
          <LensStatusChip status={item.status} />
        </div>
        <p className={`${looks.clamp} ${styles.description}`}>
          {lensDescription(item, language)}
        </p>
        <p className={`${looks.line} ${looks.note} ${styles.meta}`}>
          <span>{t('lenses.list.version', { version: item.version })}</span>
          {older > 0 && <span>{t('lenses.list.older', { count: older })}</span>}
          <span>{t(`lenses.origin.${item.origin}`)}</span>
          <code>{item.id}</code>
        </p>
        {draft && (
          <p className={styles.draft}>
            <RiDraftLine aria-hidden size={16} />
            <RouterLink to={paths.detail(item.id, draft.version)}>
              {t('lenses.list.draftWaiting', { version: draft.version })}
            </RouterLink>
          </p>
        )}
      </div>
      <div
        className={styles.contents}
        role="group"
        aria-label={t('lenses.list.contents')}
      >
        <div>{t('lenses.counts.pillars', { count: counts.pillars })}</div>
        <div>{t('lenses.counts.questions', { count: counts.questions })}</div>
        <div>{t('lenses.counts.choices', { count: counts.choices })}</div>
      </div>
      <div className={styles.use}>
        {usage.workloads > 0 ? (
          <>
            <span title={t('lenses.list.meanScore')}>
              <ScoreRing
                size={48}
                // Nothing answered yet is no score, rather than the worst one.
                score={
                  usage.meanScore === null || !usage.meanCoverage
                    ? null
                    : Math.round(usage.meanScore)
                }
              />
            </span>
            <div className={`${looks.tight} ${styles.useText}`}>
              <strong>
                {t('lenses.counts.workloads', { count: usage.workloads })}
              </strong>
              <CoverageBar coverage={usage.meanCoverage ?? 0} />
            </div>
          </>
        ) : (
          <span className={looks.note}>{t('lenses.list.notUsed')}</span>
        )}
      </div>
    </li>
  );
}

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
