// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ScopeFigure, useFigureWords } from './ScopeFigure';
import { matrixOf } from './matrixModel';
import { useShowQuestions } from '../questions/showQuestions';
import { CoverageBar, RiskBar } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { useReviewUrl, useReview } from '../model';
import styles from './Matrix.module.css';
import looks from '../../shared/looks.module.css';

/** Pillars of a lens without phases. */
export function PillarList() {
  const { lens, review } = useReview();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const words = useFigureWords();
  const showQuestions = useShowQuestions();
  const { pillars } = matrixOf(lens, review.scorecard);
  return (
    <ul className={looks.tight}>
      {pillars.map(({ id, name, total }) => {
        const isOn = url.pillar === id;
        return (
          <li key={id}>
            <button
              type="button"
              className={styles.pillar}
              aria-pressed={isOn}
              aria-label={t('review.matrix.scope', { name, ...words(total) })}
              onClick={() => {
                if (!isOn) showQuestions();
                set({ pillar: isOn ? undefined : id }, { push: true });
              }}
            >
              <span className={styles.pillarScore}>
                <ScopeFigure figures={total} strong />
              </span>
              <span className={styles.pillarName}>{name}</span>
              <span className={`${looks.tight} ${styles.pillarBars}`}>
                <CoverageBar coverage={total.coverage} compact />
                <RiskBar counts={total.counts} />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
