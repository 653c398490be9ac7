// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Scope } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, scoreAppearance, useFormat } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './Matrix.module.css';

type Figures = Pick<Scope, 'score' | 'coverage' | 'counts'>;

/** Figures of a scope in words: score, coverage, risks. */
export function useFigureWords() {
  const { t } = useMlLensTranslation();
  const format = useFormat();
  return ({ score, coverage, counts }: Figures) => {
    const risks = [
      counts.HIGH > 0 && t('review.matrix.highCount', { count: counts.HIGH }),
      counts.MEDIUM > 0 &&
        t('review.matrix.mediumCount', { count: counts.MEDIUM }),
    ].filter(Boolean);
    return {
      score:
        score === null
          ? t('review.matrix.noScore')
          : t('review.matrix.scoreOf', { score: String(score) }),
      coverage: t('review.matrix.coverageOf', {
        percent: format.percent(coverage),
      }),
      risks: risks.length > 0 ? risks.join(', ') : t('review.matrix.noRisks'),
    };
  };
}

/** Score, worst risk and coverage of a cell, small. */
export function ScopeFigure(props: { figures: Figures; strong?: boolean }) {
  const { figures, strong = false } = props;
  const { score, coverage, counts } = figures;
  const { bg, fg } = scoreAppearance(score);
  const worst = (['HIGH', 'MEDIUM'] as const).find(risk => counts[risk] > 0);
  const Icon = worst && RISK_APPEARANCE[worst].icon;
  const answered = score !== null;
  return (
    <span
      className={`${looks.tight} ${looks.muted} ${styles.figure}`}
      data-strong={strong}
      // Without an answer there is nothing to judge yet, so no judging colour.
      style={answered ? { background: bg, color: fg } : undefined}
      aria-hidden
    >
      <span className={styles.score}>
        {Icon && <Icon size={13} />}
        {score ?? '–'}
      </span>
      <span className={styles.coverage}>
        <span style={{ width: `${Math.round(coverage * 100)}%` }} />
      </span>
    </span>
  );
}
