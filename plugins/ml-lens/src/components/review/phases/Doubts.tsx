// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { isDue } from '@ml-lens/lens-model/due';
import { RiCheckDoubleLine, RiQuestionLine } from '@remixicon/react';
import { QuestionLink } from '../journey/QuestionLink';
import { useMlLensTranslation } from '../../../translation';
import { Chip, RISK_APPEARANCE, useFormat, SmallButton } from '../../shared';
import { useReview } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './Phases.module.css';
import { useConfirm } from './usePhases';

function Waiting(props: { questionId: string }) {
  const { questionId } = props;
  const { lens, answerOf, canUpdate, isPreview } = useReview();
  const { t } = useMlLensTranslation();
  const { mutate, isPending } = useConfirm(questionId);
  const title = lens.question(questionId)?.title ?? questionId;
  return (
    <li className={styles.waiting}>
      <QuestionLink questionId={questionId} title={title} />
      {canUpdate && !isPreview && (
        <SmallButton
          iconStart={<RiCheckDoubleLine />}
          isDisabled={isPending}
          aria-label={`${t('phases.stillTrue')}: ${title}`}
          onPress={() => mutate(answerOf(questionId).revision)}
        >
          {t('phases.stillTrue')}
        </SmallButton>
      )}
    </li>
  );
}

/** Answers that an iteration begun by hand in a complete phase waits for. */
export function Unconfirmed(props: { questionIds: readonly string[] }) {
  const { questionIds } = props;
  const { t } = useMlLensTranslation();
  if (questionIds.length === 0) return null;
  return (
    <div className={`${looks.stack} ${styles.unconfirmed}`} role="note">
      <span>
        {t('review.phase.unconfirmed', { count: questionIds.length })}
      </span>
      <ul className={styles.dueList}>
        {questionIds.map(id => (
          <Waiting key={id} questionId={id} />
        ))}
      </ul>
    </div>
  );
}

function useDoubts(questionId: string) {
  const { review } = useReview();
  return review.toConfirm.filter(one => one.questionId === questionId);
}

/** Marks a question that is not due yet, and one whose answer is in doubt. */
export function PhaseMarks(props: { questionId: string }) {
  const { questionId } = props;
  const { lens, review } = useReview();
  const { t } = useMlLensTranslation();
  const doubts = useDoubts(questionId);
  const { currentPhase } = review.scorecard;
  return (
    <>
      {!isDue(lens, currentPhase, questionId) && (
        <span className={looks.notYet}>{t('phases.later')}</span>
      )}
      {doubts.length > 0 && (
        <Chip
          appearance={{ ...RISK_APPEARANCE.MEDIUM, icon: RiQuestionLine }}
          label={t('phases.confirmChip')}
        />
      )}
    </>
  );
}

/** Why an answer is in doubt, and one click to say that it is still true. */
export function Doubts(props: { questionId: string }) {
  const { questionId } = props;
  const { answerOf, canUpdate } = useReview();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const doubts = useDoubts(questionId);
  const { mutate, isPending } = useConfirm(questionId);
  if (doubts.length === 0) return null;
  const { revision } = answerOf(questionId);
  return (
    <div className={`${looks.apart} ${styles.doubt}`} role="note">
      <ul className={looks.tight}>
        {doubts.map(({ reason, since, detail }) => (
          <li key={reason}>
            {t(`phases.reason.${reason}`, {
              detail: detail ?? '',
              when: format.date(since),
            })}
          </li>
        ))}
      </ul>
      {canUpdate && (
        <SmallButton
          iconStart={<RiCheckDoubleLine />}
          isDisabled={isPending}
          onPress={() => mutate(revision)}
        >
          {t('phases.stillTrue')}
        </SmallButton>
      )}
    </div>
  );
}
