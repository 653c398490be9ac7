// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link as RouterLink } from 'react-router-dom';
import { Link } from '@backstage/ui';
import type { LensListItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiDraftLine } from '@remixicon/react';
import { lensDescription, lensName } from '../../shared/lensName';
import { LensStatusChip } from '../shared/LensChips';
import { useLensPaths } from '../paths';
import { useMlLensTranslation, useLanguage } from '../../../translation';
import { CoverageBar, ScoreRing } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './LensList.module.css';

/** One lens: what it is, what is in it, and how it is used. */
export function LensListRow(props: { item: LensListItem }) {
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
