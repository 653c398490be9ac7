// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LevelChip, useFormat } from '../../../shared';
import { useMlLensTranslation } from '../../../../translation';
import { ChartTooltip } from '../../../shared/chart';
import { MILESTONE_ICON, UPGRADE_ICON } from './ScoreMarks';
import type { ScoreHistory, ScoreLayout } from './scoreLayout';
import { useScoreWords, marksAt } from './scoreWords';
import looks from '../../../shared/looks.module.css';

/** Details of one point. The slider's value says the same to those who listen. */
export function ScoreTooltip(props: {
  history: ScoreHistory;
  place: ScoreLayout['points'][number];
  isNow: boolean;
}) {
  const { history, place, isNow } = props;
  const { point, x, yScore, yCoverage } = place;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const words = useScoreWords();
  const { milestones, upgrades } = marksAt(history, point);
  return (
    <ChartTooltip key={point.seq} left={x} top={yScore ?? yCoverage}>
      <span className={looks.strong}>{format.dateTime(point.at)}</span>
      <span className={looks.line}>
        <span>
          {t('review.progress.score')} <strong>{point.score ?? '–'}</strong>
        </span>
        <span>
          {t('review.progress.coverage')}{' '}
          <strong>{format.percent(point.coverage)}</strong>
        </span>
        <LevelChip level={point.level} score={point.score} />
      </span>
      {milestones.map(({ id, name, note }) => (
        <span key={id}>
          <span className={`${looks.inline} ${looks.strong}`}>
            <MILESTONE_ICON size={14} />
            {name}
          </span>
          {note}
        </span>
      ))}
      {upgrades.map(upgrade => (
        <span key={upgrade.at} className={`${looks.inline} ${looks.strong}`}>
          <UPGRADE_ICON size={14} />
          {words.upgrade(upgrade)}
        </span>
      ))}
      <span className={looks.small}>
        {t(isNow ? 'review.progress.hintNow' : 'review.progress.hint')}
      </span>
    </ChartTooltip>
  );
}
