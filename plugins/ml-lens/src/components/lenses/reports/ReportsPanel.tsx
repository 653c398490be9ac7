// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiCheckLine } from '@remixicon/react';
import { useEffect, useId, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { ErrorState, LoadingState } from '../../shared';
import { CatalogItem } from './CatalogItem';
import { LensFileItem } from './LensFileItem';
import { OrphanItem } from './OrphanItem';
import { RemovalNotice } from './RemovalNotice';
import { ReportGroup } from './ReportGroup';
import looks from '../../shared/looks.module.css';
import styles from './Reports.module.css';
import { REPORTS_ID } from './useReports';
import { type Reports, useReports } from './useReports';

function Groups(props: { reports: Reports }) {
  const { catalog, orphans, lenses, removal } = props.reports;
  const { t } = useMlLensTranslation();
  if (catalog.length + orphans.length + lenses.length === 0) {
    return removal ? null : (
      <p className={`${looks.note} ${styles.nothing}`}>
        <RiCheckLine aria-hidden size={16} />
        {t('lenses.reports.nothing')}
      </p>
    );
  }
  return (
    <div className={looks.columns}>
      <ReportGroup
        title={t('lenses.reports.catalog')}
        items={catalog}
        keyOf={({ entityRef, code, value }) => `${entityRef} ${code} ${value}`}
      >
        {report => <CatalogItem report={report} />}
      </ReportGroup>
      <ReportGroup
        title={t('lenses.reports.lensFiles')}
        items={lenses}
        keyOf={({ target }) => target}
      >
        {report => <LensFileItem report={report} />}
      </ReportGroup>
      <ReportGroup
        title={t('lenses.reports.orphans')}
        items={orphans}
        keyOf={({ workloadId }) => workloadId}
      >
        {orphan => <OrphanItem orphan={orphan} />}
      </ReportGroup>
    </div>
  );
}

/**
 * What the portal cannot use, for those who can have it mended: annotations of
 * the catalog, lens files of the configuration, workloads without an entity.
 */
export function ReportsPanel() {
  const { t } = useMlLensTranslation();
  const { data, error, mayManage, refetch } = useReports();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const isWanted = useLocation().hash === `#${REPORTS_ID}`;
  // The router does not follow fragments, and what it is about comes later.
  const isReady = mayManage && data !== undefined;
  useEffect(() => {
    if (isWanted && isReady) panel.current?.focus();
  }, [isWanted, isReady]);
  if (!mayManage) return null;
  return (
    <section
      ref={panel}
      id={REPORTS_ID}
      className={`${looks.panel} ${looks.loose} ${styles.panel}`}
      aria-labelledby={titleId}
      // So that the notice of the overview can lead here.
      tabIndex={-1}
    >
      <h3 id={titleId} className={styles.title}>
        {t('lenses.reports.title')}
      </h3>
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <LoadingState rows={1} height={64} />}
      {data?.removal && <RemovalNotice removal={data.removal} />}
      {data && <Groups reports={data} />}
    </section>
  );
}
