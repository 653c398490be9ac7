// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DueBar } from './DueBar';
import { DueNow } from './DueNow';
import { NextGate } from './NextGate';
import { useMlLensTranslation } from '../../../translation';
import { ToQuestion } from '../journey/QuestionLink';
import { useReview } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './Phases.module.css';

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
