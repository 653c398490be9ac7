// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { becomesDue } from '@ml-lens/lens-model/due';
import { RiMapPinLine } from '@remixicon/react';
import { SmallButton } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { QuestionLink } from '../journey/QuestionLink';
import { useReview } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './Phases.module.css';
import { useSetPhase } from './usePhases';

/** Whether the review is in a phase, how to say so, and what is due from it. */
export function PhaseDue(props: { phaseId: string }) {
  const { phaseId } = props;
  const { lens, review, canUpdate, isPreview } = useReview();
  const { t } = useMlLensTranslation();
  const { mutate, isPending } = useSetPhase();
  const index = lens.phases.findIndex(({ id }) => id === phaseId);
  const due = becomesDue(lens, lens.phases[index - 1]?.id ?? null, phaseId);
  const isHere = review.scorecard.currentPhase === phaseId;
  return (
    <div className={`${looks.line} ${styles.phase}`}>
      {isHere && <strong>{t('phases.here')}</strong>}
      {canUpdate && !isPreview && (
        <SmallButton
          iconStart={<RiMapPinLine />}
          isDisabled={isPending}
          onPress={() => mutate(isHere ? null : phaseId)}
        >
          {t(isHere ? 'phases.leave' : 'phases.weAreHere')}
        </SmallButton>
      )}
      {due.length > 0 && (
        <details>
          <summary>{t('phases.becomesDue', { count: due.length })}</summary>
          <ul className={styles.dueList}>
            {due.map(({ questionId, choiceIds }) => (
              <li key={questionId}>
                <QuestionLink
                  questionId={questionId}
                  title={lens.question(questionId)!.title}
                />{' '}
                <span className={looks.muted}>
                  {t('phases.practices', { count: choiceIds.length })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
