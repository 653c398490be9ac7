// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../../translation';
import { ToQuestion } from '../journey/QuestionLink';
import { useReview } from '../model';
import { DueNow } from './DueNow';
import looks from '../../shared/looks.module.css';
import { NextGate } from './NextGate';
import styles from './Phases.module.css';

/**
 * What is due, answered and open, and beside it, hatched, what is not due yet:
 * that is counted apart and lowers no readiness.
 */
function DueBar() {
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

/** The readiness beside the score: of what is due in the phase the review is in. */
export function ReadinessFact() {
  const { lens, review } = useReview();
  const { t } = useMlLensTranslation();
  const { readiness, currentPhase, due } = review.scorecard;
  if (lens.phases.length === 0) return null;
  const phase =
    lens.phases.find(({ id }) => id === currentPhase) ?? lens.phases[0];
  return (
    <div className={`${looks.tight} ${styles.readiness}`}>
      <span>
        <strong>
          {t('phases.readiness', {
            readiness: readiness === null ? '–' : String(readiness),
          })}
        </strong>{' '}
        <span className={looks.muted}>
          {t(currentPhase === null ? 'phases.before' : 'phases.inPhase', {
            phase: phase.name,
          })}
        </span>
      </span>
      <DueBar />
      {due.notDue.practices > 0 && (
        <span className={looks.muted}>
          {t('phases.notDue', {
            count: due.notDue.practices,
            questions: String(due.notDue.questions),
          })}
        </span>
      )}
      <DueNow />
      {review.toConfirm.length > 0 && (
        <ToQuestion questionId={review.toConfirm[0].questionId}>
          {t('phases.toConfirm', {
            count: new Set(review.toConfirm.map(one => one.questionId)).size,
          })}
        </ToQuestion>
      )}
      <NextGate />
    </div>
  );
}
