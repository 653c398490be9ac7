// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ScorePoint } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../../translation';
import { useFormat } from '../../../shared';
import type { ScoreHistory } from './scoreLayout';

/** Milestones and upgrades recorded at the instant of a point. */
export function marksAt(history: ScoreHistory, { at }: ScorePoint) {
  return {
    milestones: history.milestones.filter(
      ({ recordedAt }) => recordedAt === at,
    ),
    upgrades: history.upgrades.filter(upgrade => upgrade.at === at),
  };
}

/** What the chart shows, in words. */
export function useScoreWords() {
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const upgrade = ({ from, to }: ScoreHistory['upgrades'][number]) =>
    from && to
      ? t('review.progress.upgradeText', { from, to })
      : t('review.progress.upgradePlain');
  return {
    upgrade,
    /** A point with all that happened at it, in one line. */
    point(history: ScoreHistory, point: ScorePoint) {
      const { milestones, upgrades } = marksAt(history, point);
      const values = {
        when: format.dateTime(point.at),
        coverage: format.percent(point.coverage),
      };
      return [
        point.score === null
          ? t('review.progress.valueTextNoScore', values)
          : t('review.progress.valueText', {
              ...values,
              score: String(point.score),
            }),
        ...milestones.map(
          ({ name }) => `${t('review.progress.milestone')} ${name}`,
        ),
        ...upgrades.map(upgrade),
      ].join(', ');
    },
  };
}
