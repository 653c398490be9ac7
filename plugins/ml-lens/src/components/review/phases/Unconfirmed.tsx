// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@backstage/ui';
import { RiCheckDoubleLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { QuestionLink } from '../journey/QuestionLink';
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
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiCheckDoubleLine />}
          isDisabled={isPending}
          aria-label={`${t('phases.stillTrue')}: ${title}`}
          onPress={() => mutate(answerOf(questionId).revision)}
        >
          {t('phases.stillTrue')}
        </Button>
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
