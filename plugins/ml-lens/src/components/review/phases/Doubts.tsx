// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@backstage/ui';
import { isDue } from '@ml-lens/lens-model/due';
import { RiCheckDoubleLine, RiQuestionLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { Chip, RISK_APPEARANCE, useFormat } from '../../shared';
import { useReview } from '../model';
import looks from '../../shared/looks.module.css';
import styles from './Phases.module.css';
import { useConfirm } from './usePhases';

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
        <span className={styles.later}>{t('phases.later')}</span>
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
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiCheckDoubleLine />}
          isDisabled={isPending}
          onPress={() => mutate(revision)}
        >
          {t('phases.stillTrue')}
        </Button>
      )}
    </div>
  );
}
