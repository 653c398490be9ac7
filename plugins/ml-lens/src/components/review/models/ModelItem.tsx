// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { WorkloadModel } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  RiAlarmWarningLine,
  RiCheckLine,
  RiErrorWarningLine,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import {
  type Appearance,
  Chip,
  RISK_APPEARANCE,
  STATUS_APPEARANCE,
  useFormat,
} from '../../shared';
import { ExternalLink } from '../../shared/ExternalLink';
import looks from '../../shared/looks.module.css';
import styles from './Models.module.css';

const BAD: Appearance = { ...RISK_APPEARANCE.HIGH, icon: RiErrorWarningLine };
const GOOD: Appearance = { ...RISK_APPEARANCE.NONE, icon: RiCheckLine };
const WAITS: Appearance = { ...RISK_APPEARANCE.MEDIUM, icon: RiTimeLine };
const UNKNOWN: Appearance = {
  ...STATUS_APPEARANCE.NOT_STARTED,
  icon: RiQuestionLine,
};

/** What the systems are called, in any language. */
const SOURCES: Record<Exclude<WorkloadModel['source'], 'files'>, string> = {
  mlflow: 'MLflow',
  sagemaker: 'Amazon SageMaker',
  prometheus: 'Prometheus',
};

/** How a system's word for an approval is to be read. */
function approvalAppearance(approval: string): Appearance {
  if (/reject/i.test(approval)) return BAD;
  return /pending/i.test(approval) ? WAITS : GOOD;
}

function Chips(props: { model: WorkloadModel }) {
  const { state, found, latest, alarms, stale, problem } = props.model;
  const { t } = useMlLensTranslation();
  if (state !== 'OWN') {
    return (
      <Chip appearance={UNKNOWN} label={t(`review.models.state.${state}`)} />
    );
  }
  return (
    <>
      {found === false && (
        <Chip appearance={BAD} label={t('review.models.notFound')} />
      )}
      {found === null && (
        <Chip appearance={UNKNOWN} label={t('review.models.notAsked')} />
      )}
      {Boolean(alarms?.firing) && (
        <Chip
          appearance={{ ...BAD, icon: RiAlarmWarningLine }}
          label={t('review.models.firing', { count: alarms!.firing })}
        />
      )}
      {Boolean(alarms?.silent) && (
        <Chip appearance={WAITS} label={t('review.models.silent')} />
      )}
      {latest?.approval && (
        <Chip
          appearance={approvalAppearance(latest.approval)}
          label={latest.approval}
        />
      )}
      {stale && (
        <Chip
          appearance={WAITS}
          label={t('review.models.stale')}
          title={problem}
        />
      )}
    </>
  );
}

/** What is known of one model. */
function Facts(props: { model: WorkloadModel }) {
  const { latest, versions, card, lastTrainedAt, alarms, observedAt } =
    props.model;
  const { served = [] } = props.model;
  const { t } = useMlLensTranslation();
  const { date, relative, number, percent } = useFormat();
  return (
    <p className={`${looks.line} ${styles.facts}`}>
      {latest && (
        <span>
          {latest.url ? (
            <ExternalLink
              url={latest.url}
              text={t('review.models.version', { version: latest.version })}
            />
          ) : (
            t('review.models.version', { version: latest.version })
          )}
          {latest.stage && ` · ${latest.stage}`}
          {` · ${date(latest.createdAt)}`}
        </span>
      )}
      {versions !== undefined && versions > 1 && (
        <span>{t('review.models.versions', { count: versions })}</span>
      )}
      {lastTrainedAt && (
        <span>{t('review.models.trained', { date: date(lastTrainedAt) })}</span>
      )}
      {card && (
        <span>
          {card.present ? t('review.models.card') : t('review.models.noCard')}
        </span>
      )}
      {alarms && (
        <span>
          {t('review.models.rules', {
            count: alarms.rules,
            number: number(alarms.rules),
          })}
        </span>
      )}
      {alarms?.lastFiredAt && (
        <span>
          {t('review.models.lastFired', { when: relative(alarms.lastFiredAt) })}
        </span>
      )}
      {served.map(({ endpoint, variant, version, share }) => (
        <span key={`${endpoint} ${variant}`}>
          {[
            t('review.models.served', { endpoint, variant }),
            version && t('review.models.version', { version }),
            share !== undefined && percent(share),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      ))}
      {observedAt && (
        <span className={`${looks.note} ${styles.muted}`}>
          {t('review.models.observed', { when: relative(observedAt) })}
        </span>
      )}
    </p>
  );
}

/** One model: what it is called, what is known of it, what is wrong with it. */
export function ModelItem(props: { model: WorkloadModel }) {
  const { model } = props;
  const { t } = useMlLensTranslation();
  return (
    <li className={styles.item}>
      <span className={styles.name}>
        {model.url ? (
          <ExternalLink url={model.url} text={model.title ?? model.name} />
        ) : (
          model.title ?? model.name
        )}
        <span className={`${looks.note} ${styles.muted}`}>
          {model.source === 'files'
            ? t('review.models.files')
            : SOURCES[model.source]}
        </span>
      </span>
      {model.state === 'OWN' ? (
        <Facts model={model} />
      ) : (
        <p className={`${looks.line} ${styles.facts}`}>
          {t(`review.models.why.${model.state}`)}
        </p>
      )}
      <span className={`${looks.row} ${styles.chips}`}>
        <Chips model={model} />
      </span>
    </li>
  );
}
