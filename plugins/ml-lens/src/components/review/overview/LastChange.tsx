// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Review } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { useReview } from '../model';
import styles from './ReviewHeader.module.css';

/** When an answer of the review was last changed; undefined before the first. */
function lastChangeOf(review: Pick<Review, 'answers'>): string | undefined {
  return Object.values(review.answers)
    .flatMap(({ updatedAt }) => updatedAt ?? [])
    .sort()
    .at(-1);
}

export function LastChange() {
  const { review } = useReview();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const lastChange = lastChangeOf(review);
  return (
    <div className={styles.changed}>
      {lastChange ? (
        <span title={format.dateTime(lastChange)}>
          {t('review.header.lastChanged', {
            when: format.relative(lastChange),
          })}
        </span>
      ) : (
        t('review.header.neverChanged')
      )}
    </div>
  );
}
