// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { isDue } from '@ml-lens/lens-model/due';
import { useMlLensTranslation } from '../../../translation';
import { QuestionLink } from '../journey/QuestionLink';
import { useReview, useReviewUrl } from '../model';
import styles from './Phases.module.css';

/**
 * Questions that are due in the phase the review is in and that nobody has
 * answered: what entering it asks for. Gone once they are.
 */
export function DueNow() {
  const { lens, review, isPreview } = useReview();
  const { url } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const { currentPhase } = review.scorecard;
  const phase = lens.phases.find(({ id }) => id === currentPhase);
  const open = lens.questions.filter(
    ({ id }) =>
      review.answers[id]?.risk === 'UNANSWERED' &&
      isDue(lens, currentPhase, id),
  );
  if (!phase || isPreview || open.length === 0) return null;
  return (
    // Whoever comes for the phase comes for these.
    <details
      key={String(url.phase === currentPhase)}
      open={url.phase === currentPhase}
    >
      <summary>
        {t('phases.dueNow', { count: open.length, phase: phase.name })}
      </summary>
      <ul className={styles.dueList}>
        {open.map(({ id, title }) => (
          <li key={id}>
            <QuestionLink questionId={id} title={title} />
          </li>
        ))}
      </ul>
    </details>
  );
}
