// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../../../translation';
import { RiskChip, TitledCard, Answered } from '../../../shared';
import { useReview, useReviewUrl } from '../../model';
import looks from '../../../shared/looks.module.css';
import planStyles from '../Plan.module.css';
import { isActive, useWaivers } from './useWaivers';
import { WaiverItem } from './WaiverItem';
import styles from './Waivers.module.css';

/** All waivers of the review, those in force first. */
export function WaiverList() {
  const { lens, answerOf } = useReview();
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const query = useWaivers();
  const sorted = [...query.waivers].sort(
    (a, b) => Number(isActive(b)) - Number(isActive(a)),
  );
  return (
    <TitledCard
      title={t('review.waiver.listTitle')}
      note={
        <p className={`${looks.note} ${planStyles.intro}`}>
          {t('review.waiver.listIntro')}
        </p>
      }
    >
      <Answered query={query} height={64}>
        {() =>
          sorted.length === 0 ? (
            <p className={looks.note}>{t('review.waiver.none')}</p>
          ) : (
            <ul
              className={`${looks.lined} ${styles.list}`}
              aria-label={t('review.waiver.listTitle')}
            >
              {sorted.map(waiver => {
                const question = lens.question(waiver.questionId);
                const subject = question?.title ?? waiver.questionId;
                return (
                  <li key={waiver.id}>
                    <div className={looks.line}>
                      <button
                        type="button"
                        className={`${looks.plain} ${looks.strong}`}
                        aria-label={t('review.plan.openQuestion', {
                          title: subject,
                        })}
                        onClick={() =>
                          set(
                            { view: undefined, question: waiver.questionId },
                            { push: true },
                          )
                        }
                      >
                        {subject}
                      </button>
                      {question && (
                        <RiskChip risk={answerOf(question.id).risk} />
                      )}
                    </div>
                    <WaiverItem waiver={waiver} subject={subject} />
                  </li>
                );
              })}
            </ul>
          )
        }
      </Answered>
    </TitledCard>
  );
}
