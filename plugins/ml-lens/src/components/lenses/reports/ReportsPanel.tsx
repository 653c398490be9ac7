// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  type AnnotationProblem,
  ML_LENS_ANNOTATIONS,
  type MlLensResponse,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiCheckLine } from '@remixicon/react';
import { useEffect, useId, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { review } from '../../../translation/en/review';
import { useMlLensTranslation } from '../../../translation';
import {
  ErrorState,
  LoadingState,
  useFormat,
  useApiMutation,
  SmallButton,
  Notice,
} from '../../shared';
import { useWorkloadPath } from '../../shared/useWorkloadPath';
import { ProblemMessage } from '../import/ProblemMessage';
import { ReportGroup } from './ReportGroup';
import looks from '../../shared/looks.module.css';
import styles from './Reports.module.css';
import { REPORTS_ID } from './useReports';
import { type Reports, useReports } from './useReports';

type Removal = NonNullable<MlLensResponse<'listLensReports'>['removal']>;

function useConfirmRemoval() {
  const { t } = useMlLensTranslation();
  return useApiMutation({
    call: async (api, since: string) => {
      await api.call('confirmRemoval', { body: { since } });
    },
    changes: 'all',
    failed: t('lenses.reports.removeFailed'),
  });
}

/** Says that many workloads are kept although the catalog has them no more. */
function RemovalNotice(props: { removal: Removal }) {
  const { workloads, of, since, believedAt, confirmed } = props.removal;
  const { t } = useMlLensTranslation();
  const { number, relative } = useFormat();
  const { mutate, isPending } = useConfirmRemoval();
  return (
    <Notice
      status="warning"
      title={t('lenses.reports.removalTitle', {
        count: workloads,
        number: number(workloads),
        of: number(of),
      })}
      description={
        confirmed
          ? t('lenses.reports.removalConfirmed')
          : t('lenses.reports.removalText', {
              since: relative(since),
              believedAt: relative(believedAt),
            })
      }
      customActions={
        confirmed ? undefined : (
          <SmallButton isDisabled={isPending} onPress={() => mutate(since)}>
            {t('lenses.reports.remove')}
          </SmallButton>
        )
      }
    />
  );
}

type CatalogReport = Reports['catalog'][number];

/** Whether a problem is said in the reader's language. */
function isKnown(code: string): code is AnnotationProblem['code'] {
  return Object.hasOwn(review.problem, code);
}

function CatalogItem(props: { report: CatalogReport }) {
  const { entityRef, code, annotation, value, message } = props.report;
  const { t } = useMlLensTranslation();
  return (
    <>
      <EntityRefLink className={styles.name} entityRef={entityRef} />
      <p className={styles.what}>
        {isKnown(code) ? t(`review.problem.${code}`) : message}
      </p>
      {annotation && (
        <code className={`${looks.small} ${styles.where}`}>
          {annotation}
          {value !== undefined && `: ${JSON.stringify(value)}`}
        </code>
      )}
    </>
  );
}

function OrphanItem(props: { orphan: Reports['orphans'][number] }) {
  const { workloadId, title, since } = props.orphan;
  const { t } = useMlLensTranslation();
  const { dateTime, relative } = useFormat();
  const workloadPath = useWorkloadPath();
  return (
    <>
      <Link className={styles.name} href={workloadPath(workloadId)} standalone>
        {title}
      </Link>
      <p className={styles.what}>
        {t('lenses.reports.orphan', {
          annotation: (
            <code>{`${ML_LENS_ANNOTATIONS.workload}: ${workloadId}`}</code>
          ),
        })}
      </p>
      {since && (
        <time
          className={`${looks.small} ${styles.where}`}
          dateTime={since}
          title={dateTime(since)}
        >
          {t('lenses.reports.goneSince', { when: relative(since) })}
        </time>
      )}
    </>
  );
}

function LensFileItem(props: { report: Reports['lenses'][number] }) {
  const { target, problems, seenAt } = props.report;
  const { t } = useMlLensTranslation();
  const { dateTime, relative } = useFormat();
  return (
    <>
      <code className={styles.name}>{target}</code>
      <ul className={styles.problems}>
        {problems.map((problem, index) => (
          <li key={index} className={styles.what}>
            <ProblemMessage problem={problem} />
            {problem.pointer && (
              <code className={`${looks.small} ${styles.where}`}>
                {problem.pointer}
              </code>
            )}
          </li>
        ))}
      </ul>
      <time
        className={`${looks.small} ${styles.where}`}
        dateTime={seenAt}
        title={dateTime(seenAt)}
      >
        {t('lenses.reports.seen', { when: relative(seenAt) })}
      </time>
    </>
  );
}

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
