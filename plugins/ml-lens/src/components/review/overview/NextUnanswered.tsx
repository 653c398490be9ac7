// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiArrowDownLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { SmallButton } from '../../shared';
import { useReview, useReviewUrl } from '../model';
import { groupQuestions, nextQuestion } from '../questions/questionList';
import styles from './ScoreStrip.module.css';

/** Leads to the next question to answer, past the filters if need be. */
export function NextUnanswered() {
  const { lens, review, answerOf } = useReview();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const next = (list: typeof url) =>
    nextQuestion(
      groupQuestions(lens, answerOf, list, ''),
      url.question,
      risk => risk === 'UNANSWERED',
    );
  const open = () => {
    const listed = next(url);
    if (listed) {
      set({ question: listed }, { push: true });
      return;
    }
    const { group, question } = url;
    set(
      {
        question: next({ group, question }),
        pillar: undefined,
        phase: undefined,
        risk: undefined,
        q: undefined,
      },
      { push: true },
    );
  };
  return (
    <SmallButton
      iconEnd={<RiArrowDownLine />}
      isDisabled={review.scorecard.counts.UNANSWERED === 0}
      aria-label={t('review.questions.nextUnanswered')}
      onPress={open}
    >
      <span className={styles.wide}>
        {t('review.questions.nextUnanswered')}
      </span>
      <span className={styles.narrow}>{t('review.strip.next')}</span>
    </SmallButton>
  );
}
