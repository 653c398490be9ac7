// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiCalendarCheckLine, RiTimeLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { useReview } from '../model';
import styles from './ReviewHeader.module.css';

/** When the review is to be looked at again, or since when that is overdue. */
export function DueFact() {
  const { dueAt, review } = useReview();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  if (!dueAt) return null;
  // Both are UTC, and `at` is the instant the whole tab speaks of.
  const isOverdue = Date.parse(dueAt) < Date.parse(review.at);
  const Icon = isOverdue ? RiTimeLine : RiCalendarCheckLine;
  return (
    <div className={isOverdue ? styles.overdue : styles.due}>
      <Icon aria-hidden />
      {t(isOverdue ? 'review.fresh.overdue' : 'review.fresh.due', {
        when: format.date(dueAt),
      })}
    </div>
  );
}
