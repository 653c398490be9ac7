// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { levelFigures } from '@ml-lens/lens-model/due';
import { nextLevelOf, notAssessedReason } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, useLevelName } from '../../shared';
import { useReview, useReviewFrame, useLevels } from '../model';

/** What is missing to the next level, or why there is no level yet. */
export function LevelLine(props: { className?: string }) {
  const { definition } = useReviewFrame();
  const { review } = useReview();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const levelName = useLevelName();
  const levels = useLevels(definition);
  const figures = levelFigures(review.scorecard, levels ?? []);
  const reason = notAssessedReason(figures);
  const next = nextLevelOf(figures, levels);
  const words = () => {
    if (reason) return t(`review.level.${reason}`);
    if (!next) return t('review.level.top');
    const level = levelName(next.name);
    const points =
      next.points > 0 &&
      t('review.level.points', {
        count: next.points,
        points: format.number(next.points),
      });
    const high = next.high > 0 && t('review.level.high', { count: next.high });
    return points && high
      ? t('review.level.toBoth', { points, high, level })
      : t('review.level.to', { missing: points || high || '', level });
  };
  return <span className={props.className}>{words()}</span>;
}
