// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useState, type ReactNode } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import {
  LevelChip,
  RISK_APPEARANCE,
  RISK_ORDER,
  useFormat,
} from '../../../shared';
import { useReview } from '../../model';
import { Who } from '../../../shared/Who';
import styles from '../../../shared/paper/Paper.module.css';
import own from './Report.module.css';

/** What is reported on: the workload, the lens and the instant. */
export function ReportHead() {
  const { workload, review, lens, readOnlyReason } = useReview();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const [created] = useState(() => new Date().toISOString());
  const layer = lens.document.stackLayers?.find(
    ({ id }) => id === workload.profile.layer,
  )?.name;
  const facts: [string, ReactNode][] = [
    [
      t('review.report.lens'),
      t('review.report.lensValue', {
        name: lens.document.name,
        version: review.lens.version,
      }),
    ],
    [
      t('review.report.owner'),
      workload.owner && <Who actor={workload.owner} />,
    ],
    [
      t('review.report.system'),
      workload.system && <Who actor={workload.system} />,
    ],
    [
      t('review.report.domain'),
      workload.domain && <Who actor={workload.domain} />,
    ],
    [t('review.report.lifecycle'), workload.lifecycle],
    [t('review.report.layer'), layer],
    [t('review.report.tags'), workload.tags.join(', ')],
    [
      t('review.report.entity'),
      workload.entityRef && <code>{workload.entityRef}</code>,
    ],
    [
      t('review.report.awsWorkload'),
      workload.awsWorkloadArn && <code>{workload.awsWorkloadArn}</code>,
    ],
  ];
  return (
    <header>
      <p className={styles.kicker}>{t('review.report.title')}</p>
      <h1 tabIndex={-1}>{workload.title}</h1>
      {workload.description && (
        <p className={own.lead}>{workload.description}</p>
      )}
      <p className={styles.stamp}>
        <strong>
          {t('review.report.asOf', { when: format.dateTime(review.at) })}
        </strong>
        {readOnlyReason === 'past' && (
          <span>
            {t('review.report.printed', { when: format.dateTime(created) })}
          </span>
        )}
      </p>
      <dl className={own.facts} aria-label={t('review.report.facts')}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </header>
  );
}

/** Score, level, coverage and risks of the whole review. */
export function ReportScore() {
  const { review } = useReview();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const { score, coverage, level, counts } = review.scorecard;
  const answered = counts.HIGH + counts.MEDIUM + counts.NONE;
  return (
    <div className={styles.band}>
      <span className={styles.big}>
        <strong>{score ?? '–'}</strong>
        <span>{t('review.report.outOf100')}</span>
      </span>
      <div className={styles.assessed}>
        <LevelChip level={level} score={score} />
        <span>
          {t('common.coverage')} <strong>{format.percent(coverage)}</strong>
        </span>
        <span className={styles.kicker}>
          {t('review.report.answered', {
            count: answered + counts.UNANSWERED,
            answered: String(answered),
          })}
        </span>
      </div>
      <ul className={styles.counts}>
        {RISK_ORDER.map(risk => {
          const { icon: Icon, solid } = RISK_APPEARANCE[risk];
          return (
            <li key={risk}>
              <Icon size={14} color={solid} aria-hidden />
              <strong>{counts[risk]}</strong> {t(`common.risk.${risk}`)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
