// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { scaleLinear, scaleTime } from '@visx/scale';
import { Area, LinePath } from '@visx/shape';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import {
  Cursor,
  PointSlider,
  TimeAxis,
  ValueAxis,
} from '../../../shared/chart';
import { useKeptFocus } from '../keptFocus';
import styles from './Score.module.css';
import { MarkFlag } from './ScoreMarks';
import {
  type ScoreHistory,
  type ScoreLayout,
  pointAt,
  pointMeant,
} from './scoreLayout';
import { ScoreLegend } from './ScoreLegend';
import { ScoreTooltip } from './ScoreTooltip';
import { useScoreWords } from './scoreWords';

export const SCORE_SLIDER_ID = 'ml-lens-score-over-time';

const TICKS = [0, 25, 50, 75, 100];

/** The picture alone; who cannot see it has the slider's words and the table. */
function Picture(props: { layout: ScoreLayout; shown: number | undefined }) {
  const { layout, shown } = props;
  const { plot, width, height, domain, at } = layout;
  const bottom = plot.y + plot.height;
  const x = scaleTime({ domain, range: [plot.x, plot.x + plot.width] });
  const y = scaleLinear({ domain: [0, 100], range: [bottom, plot.y] });
  const ticks = x.ticks(Math.max(2, Math.floor(plot.width / 90)));
  const point = shown === undefined ? undefined : layout.points[shown];
  return (
    <svg width={width} height={height} aria-hidden>
      <ValueAxis scale={y} plot={plot} ticks={TICKS} format={String} />
      <TimeAxis scale={x} y={bottom} ticks={ticks} />
      {layout.score.map(part => (
        <Area
          key={part[0].x}
          className={styles.area}
          data={part}
          x={corner => corner.x}
          y0={bottom}
          y1={corner => corner.y}
        />
      ))}
      <LinePath
        className={styles.coverage}
        data={layout.coverage}
        x={corner => corner.x}
        y={corner => corner.y}
      />
      {layout.score.map(part => (
        <LinePath
          key={part[0].x}
          className={styles.score}
          data={part}
          x={corner => corner.x}
          y={corner => corner.y}
        />
      ))}
      {layout.marks.map(mark => (
        <MarkFlag key={mark.id} mark={mark} top={2} bottom={bottom} />
      ))}
      {at !== null && (
        <line
          className={styles.at}
          x1={at}
          x2={at}
          y1={plot.y - 6}
          y2={bottom}
        />
      )}
      {point && (
        <Cursor
          x={point.x}
          top={plot.y}
          bottom={bottom}
          dots={[
            { y: point.yCoverage, color: 'var(--mll-progress-fg)' },
            { y: point.yScore, color: 'var(--mll-none-solid)' },
          ]}
        />
      )}
    </svg>
  );
}

/**
 * Score and coverage over time. One stop for the keyboard, where the arrow keys
 * go from change to change, as a slider's do.
 *
 * @param props - `onPick` gives the instant chosen, nothing for the present
 */
export function ScoreChart(props: {
  history: ScoreHistory;
  layout: ScoreLayout;
  onPick(at: string | undefined): void;
}) {
  const { history, layout, onPick } = props;
  const { t } = useMlLensTranslation();
  const words = useScoreWords();
  useKeptFocus(SCORE_SLIDER_ID);
  const [shown, setShown] = useState<number>();
  const { plot, points, height } = layout;
  const last = points.length - 1;
  const atIndex =
    layout.at === null ? last : pointAt(points, layout.at) ?? last;
  const index = Math.min(shown ?? atIndex, last);
  const pick = (picked: number) =>
    onPick(picked === last ? undefined : points[picked].point.at);

  return (
    <>
      <Picture layout={layout} shown={shown} />
      <PointSlider
        id={SCORE_SLIDER_ID}
        label={t('review.progress.slider')}
        help={t('review.progress.sliderHelp')}
        plot={plot}
        height={height}
        count={points.length}
        index={index}
        valueText={words.point(history, points[index].point)}
        indexAt={x => pointMeant(layout, x) ?? last}
        onShow={setShown}
        onPick={pick}
      />
      {shown !== undefined && points[shown] && (
        <ScoreTooltip
          history={history}
          place={points[shown]}
          isNow={shown === last}
        />
      )}
      <ScoreLegend
        hasMilestones={history.milestones.length > 0}
        hasUpgrades={history.upgrades.length > 0}
        hasAt={layout.at !== null}
      />
    </>
  );
}
