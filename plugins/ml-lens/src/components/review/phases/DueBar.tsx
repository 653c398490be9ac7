// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../../translation';
import { useReview } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './Phases.module.css';

/**
 * What is due, answered and open, and beside it, hatched, what is not due yet:
 * that is counted apart and lowers no readiness.
 */
export function DueBar() {
  const { review } = useReview();
  const { t } = useMlLensTranslation();
  const { counts, notDue } = review.scorecard.due;
  const answered = counts.HIGH + counts.MEDIUM + counts.NONE;
  const parts = [
    { kind: 'answered', size: answered },
    { kind: 'open', size: counts.UNANSWERED },
    { kind: 'later', size: notDue.questions },
  ].filter(({ size }) => size > 0);
  return (
    <span
      className={`${looks.bar} ${styles.bar}`}
      role="img"
      aria-label={t('phases.dueBar', {
        answered: String(answered),
        due: String(answered + counts.UNANSWERED),
        later: String(notDue.questions),
      })}
    >
      {parts.map(({ kind, size }) => (
        <span key={kind} data-kind={kind} style={{ flexGrow: size }} />
      ))}
    </span>
  );
}
