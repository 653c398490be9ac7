import { VisuallyHidden } from '@backstage/ui';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { localPoint } from '@visx/event';
import { GridRows } from '@visx/grid';
import { scaleLinear, scaleTime } from '@visx/scale';
import { Area, LinePath } from '@visx/shape';
import { type KeyboardEvent, type MouseEvent, useId, useState } from 'react';
import { useLocale, useMlLensTranslation } from '../../../../translation';
import { tickLabel } from '../../timeline/TimelineChart';
import { useKeptFocus } from '../keptFocus';
import styles from './Score.module.css';
import { ScoreLegend } from './ScoreLegend';
import { MarkFlag } from './ScoreMarks';
import { ScoreTooltip } from './ScoreTooltip';
import {
  type ScoreHistory,
  type ScoreLayout,
  pointAt,
  pointMeant,
} from './scoreLayout';
import { useScoreWords } from './scoreWords';

export const SCORE_SLIDER_ID = 'ml-lens-score-over-time';

/** How far the page keys go. */
const PAGE = 10;
const TICKS = [0, 25, 50, 75, 100];

/** Where a key leads among `count` points; undefined for other keys. */
function indexAfter(key: string, index: number, count: number) {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(index - 1, 0);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(index + 1, count - 1);
    case 'PageDown':
      return Math.max(index - PAGE, 0);
    case 'PageUp':
      return Math.min(index + PAGE, count - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The picture alone; who cannot see it has the slider's words and the table. */
function Picture(props: { layout: ScoreLayout; shown: number | undefined }) {
  const { layout, shown } = props;
  const locale = useLocale();
  const { plot, width, height, domain, at } = layout;
  const bottom = plot.y + plot.height;
  const x = scaleTime({ domain, range: [plot.x, plot.x + plot.width] });
  const y = scaleLinear({ domain: [0, 100], range: [bottom, plot.y] });
  const ticks = x.ticks(Math.max(2, Math.floor(plot.width / 90)));
  const point = shown === undefined ? undefined : layout.points[shown];
  return (
    <svg width={width} height={height} aria-hidden>
      <GridRows
        scale={y}
        left={plot.x}
        width={plot.width}
        tickValues={TICKS}
        className={styles.grid}
        stroke="currentColor"
      />
      <AxisLeft
        scale={y}
        left={plot.x}
        tickValues={TICKS}
        hideAxisLine
        hideTicks
        tickLength={4}
        tickFormat={String}
        tickLabelProps={{
          className: styles.tick,
          fill: undefined,
          textAnchor: 'end',
          verticalAnchor: 'middle',
        }}
      />
      <AxisBottom
        scale={x}
        top={bottom}
        tickValues={ticks}
        hideAxisLine
        hideTicks
        tickLength={4}
        tickFormat={(value, index) => tickLabel(value as Date, index, locale)}
        tickLabelProps={{
          className: styles.tick,
          fill: undefined,
          textAnchor: 'middle',
        }}
      />
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
        <>
          <line
            className={styles.cursor}
            x1={point.x}
            x2={point.x}
            y1={plot.y}
            y2={bottom}
          />
          <circle
            className={styles.coverageDot}
            cx={point.x}
            cy={point.yCoverage}
            r={5}
          />
          {point.yScore !== null && (
            <circle
              className={styles.scoreDot}
              cx={point.x}
              cy={point.yScore}
              r={5}
            />
          )}
        </>
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
  const helpId = useId();
  useKeptFocus(SCORE_SLIDER_ID);
  const [shown, setShown] = useState<number>();
  const { plot, points, height } = layout;
  const last = points.length - 1;
  const atIndex =
    layout.at === null ? last : pointAt(points, layout.at) ?? last;
  const index = Math.min(shown ?? atIndex, last);
  const pick = (picked: number) =>
    onPick(picked === last ? undefined : points[picked].point.at);
  const indexUnder = (event: MouseEvent) => {
    const x = localPoint(event.currentTarget, event)?.x ?? 0;
    return pointMeant(layout, x + plot.x) ?? last;
  };

  return (
    <div className={styles.chart}>
      <Picture layout={layout} shown={shown} />
      <div
        id={SCORE_SLIDER_ID}
        role="slider"
        tabIndex={0}
        aria-label={t('review.progress.slider')}
        aria-describedby={helpId}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={index}
        aria-valuetext={words.point(history, points[index].point)}
        className={styles.overlay}
        style={{ left: plot.x, width: plot.width, height }}
        onFocus={event => {
          if (event.currentTarget.matches(':focus-visible')) setShown(index);
        }}
        onBlur={() => setShown(undefined)}
        onPointerMove={event => setShown(indexUnder(event))}
        onPointerLeave={() => setShown(undefined)}
        onClick={event => pick(indexUnder(event))}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Escape') setShown(undefined);
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            pick(index);
          }
          const next = indexAfter(event.key, index, points.length);
          if (next === undefined) return;
          event.preventDefault();
          setShown(next);
        }}
      />
      <VisuallyHidden>
        <span id={helpId}>{t('review.progress.sliderHelp')}</span>
      </VisuallyHidden>
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
    </div>
  );
}
