// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useMlLensTranslation } from '../../../../translation';
import { ErrorState, LoadingState, RiskChip } from '../../../shared';
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
  const { waivers, data, error, refetch } = useWaivers();
  const sorted = [...waivers].sort(
    (a, b) => Number(isActive(b)) - Number(isActive(a)),
  );
  return (
    <Card>
      <CardHeader>
        <Text as="h3" variant="title-x-small" weight="bold">
          {t('review.waiver.listTitle')}
        </Text>
        <p className={`${looks.note} ${planStyles.intro}`}>
          {t('review.waiver.listIntro')}
        </p>
      </CardHeader>
      <CardBody>
        {error && !data && <ErrorState error={error} onRetry={refetch} />}
        {!error && !data && <LoadingState rows={1} height={64} />}
        {data && sorted.length === 0 && (
          <p className={looks.note}>{t('review.waiver.none')}</p>
        )}
        {data && sorted.length > 0 && (
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
                    {question && <RiskChip risk={answerOf(question.id).risk} />}
                  </div>
                  <WaiverItem waiver={waiver} subject={subject} />
                </li>
              );
            })}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
