// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Risk } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, RISK_ORDER, RiskBar } from '../../shared';
import { useReview, useReviewUrl } from '../model';
import { useShowQuestions } from '../questions/showQuestions';
import looks from '../../shared/looks.module.css';
import styles from './RiskCounts.module.css';

/** Questions by risk; a count filters the questions below. */
export function RiskCounts() {
  const { review } = useReview();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const { counts } = review.scorecard;
  const shown = RISK_ORDER.filter(
    risk => counts[risk] > 0 || risk === 'HIGH' || risk === 'MEDIUM',
  );
  const showQuestions = useShowQuestions();
  const toggle = (risk: Risk) => {
    const isOn = url.risk === risk;
    if (!isOn) showQuestions();
    set({ view: undefined, risk: isOn ? undefined : risk }, { push: true });
  };

  return (
    <div className={looks.stack}>
      <ul className={looks.tight} aria-label={t('review.header.risks')}>
        {shown.map(risk => {
          const { icon: Icon, solid } = RISK_APPEARANCE[risk];
          const count = counts[risk];
          const name = t(`common.risk.${risk}`);
          return (
            <li key={risk}>
              <button
                type="button"
                className={`${looks.plain} ${styles.count}`}
                data-zero={count === 0}
                disabled={count === 0}
                aria-pressed={url.risk === risk}
                aria-label={t('review.header.filterByRisk', {
                  count,
                  risk: name,
                })}
                onClick={() => toggle(risk)}
              >
                <Icon aria-hidden size={16} color={solid} />
                <span className={styles.number}>{count}</span>
                <span className={looks.ellipsis}>{name}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <RiskBar counts={counts} />
    </div>
  );
}
