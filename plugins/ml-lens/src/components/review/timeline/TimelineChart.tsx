// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { GridColumns } from '@visx/grid';
import { Group } from '@visx/group';
import { scaleTime } from '@visx/scale';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useLanguage, useMlLensTranslation } from '../../../translation';
import { useCrispDmName } from '../../shared';
import { TimeAxis } from '../../shared/chart';
import { GateDecisions, useGateDecisions } from './GateDecisions';
import { LaneLabel } from './LaneLabel';
import { moveFocus } from './moveFocus';
import { StatusPatterns, patternUrl } from './StatusPatterns';
import styles from './Timeline.module.css';
import { TimelineLegend } from './TimelineLegend';
import { ModelMark } from './ModelMark';
import {
  BarMark,
  FlagMark,
  type MarkProps,
  PlanMark,
  TargetMark,
} from './TimelineMarks';
import { TimelineTooltip } from './TimelineTooltip';
import type { TimelineInput } from './timeDomain';
import type {
  TimelineLayout,
  TimelineLoop,
  TimelineMark,
} from './timelinePicture';
import { useTimelineWords } from './useTimelineWords';

function loopPath({ from, to }: TimelineLoop) {
  const bend = Math.min(28, 10 + Math.abs(from.y - to.y) / 6);
  const endX = to.x + 5;
  const endY = to.y + 4;
  return `M ${from.x} ${from.y} C ${from.x - bend} ${from.y - bend}, ${
    endX - bend
  } ${endY + bend}, ${endX} ${endY}`;
}

/** The picture of the timeline; all its numbers come from the layout. */
export function TimelineChart(props: {
  input: TimelineInput;
  layout: TimelineLayout;
  isPast: boolean;
  selectedPhase?: string;
  onSelectPhase(phaseId: string | undefined): void;
}) {
  const { input, layout, isPast, selectedPhase, onSelectPhase } = props;
  const { t } = useMlLensTranslation();
  const language = useLanguage();
  const crispDmName = useCrispDmName();
  const words = useTimelineWords(input);
  const patterns = `mll${useId().replace(/\W/g, '')}`;
  const svg = useRef<SVGSVGElement>(null);
  const [shown, setShown] = useState<TimelineMark>();
  const [tabStop, setTabStop] = useState<string>();

  const hasDecisions = useGateDecisions().length > 0;
  const { plot, width, height, domain, rows, today } = layout;
  const lanes = layout.groups.flatMap(group => group.lanes);
  const bottom = plot.y + plot.height;
  const marks = rows.flat();
  const tabStopId = marks.some(({ id }) => id === tabStop)
    ? tabStop
    : marks[0]?.id;

  const scale = scaleTime({
    domain,
    range: [plot.x, plot.x + plot.width],
  });
  const ticks = scale.ticks(Math.max(2, Math.floor(plot.width / 84)));

  const propsOf = (mark: TimelineMark): MarkProps => ({
    label: words.describe(mark, layout),
    isTabStop: mark.id === tabStopId,
    onShow: () => {
      setShown(mark);
      setTabStop(mark.id);
    },
    onHide: () => setShown(undefined),
    onSelect: () => {
      if ('phaseId' in mark) onSelectPhase(mark.phaseId);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') setShown(undefined);
      const next = moveFocus(rows, mark.id, event.key);
      if (!next) return;
      event.preventDefault();
      svg.current
        ?.querySelector<SVGGElement>(`[data-mark="${CSS.escape(next.id)}"]`)
        ?.focus();
    },
  });

  const todayLabel = t(
    isPast ? 'review.timeline.asOf' : 'review.timeline.today',
  );
  const todayWidth = 18 + todayLabel.length * (language === 'ja' ? 12 : 6.2);
  const todayLabelX = Math.min(
    Math.max(today, todayWidth / 2),
    width - todayWidth / 2,
  );

  return (
    <>
      <svg
        ref={svg}
        width={width}
        height={height}
        role="group"
        aria-label={t('review.timeline.chartLabel', {
          count: String(lanes.length),
        })}
      >
        <defs>
          <StatusPatterns prefix={patterns} />
          <marker
            id={`${patterns}-arrow`}
            viewBox="0 0 8 8"
            refX={6}
            refY={4}
            markerWidth={7}
            markerHeight={7}
            orient="auto-start-reverse"
          >
            <path d="M 0 0.5 L 7 4 L 0 7.5 Z" className={styles.arrowHead} />
          </marker>
        </defs>
        {layout.groups.map(group => (
          <g key={group.y} aria-hidden>
            <rect
              className={styles.band}
              x={0}
              y={group.y}
              width={width}
              height={group.height}
              rx={6}
            />
            {group.crispDm.length > 0 && (
              <text className={styles.group} x={10} y={group.y + 15}>
                {group.crispDm.map(crispDmName).join(' · ')}
              </text>
            )}
          </g>
        ))}
        {lanes
          .filter(lane => lane.phase.id === selectedPhase)
          .map(lane => (
            <rect
              key={lane.phase.id}
              className={styles.selectedLane}
              x={1}
              y={lane.y + 1}
              width={width - 2}
              height={lane.height - 2}
              rx={5}
            />
          ))}
        <GridColumns
          scale={scale}
          tickValues={ticks}
          top={plot.y}
          height={plot.height}
          className={styles.grid}
          stroke="currentColor"
        />
        {lanes.map(
          lane =>
            lane.lateZone && (
              <rect
                key={lane.phase.id}
                {...lane.lateZone}
                fill={patternUrl(patterns, 'LATE')}
                aria-hidden
              />
            ),
        )}
        <line
          className={styles.today}
          x1={today}
          x2={today}
          y1={plot.y}
          y2={bottom + 4}
          aria-hidden
        />
        {layout.flags.map(flag => (
          <FlagMark
            key={flag.id}
            flag={flag}
            bottom={bottom}
            {...propsOf(flag)}
          />
        ))}
        {layout.models.map(mark => (
          <ModelMark
            key={mark.id}
            model={mark}
            bottom={bottom}
            {...propsOf(mark)}
          />
        ))}
        {lanes.map(lane => (
          <Group key={lane.phase.id}>
            {lane.bars.map(bar => (
              <BarMark
                key={bar.id}
                bar={bar}
                patterns={patterns}
                {...propsOf(bar)}
              />
            ))}
            {lane.plan && <PlanMark plan={lane.plan} {...propsOf(lane.plan)} />}
            {lane.target && (
              <TargetMark target={lane.target} {...propsOf(lane.target)} />
            )}
          </Group>
        ))}
        <GateDecisions
          x={at => scale(new Date(at))}
          yOf={phaseId => {
            const lane = lanes.find(({ phase }) => phase.id === phaseId);
            return lane && lane.y + lane.height / 2;
          }}
        />
        {layout.loops.map(loop => (
          <path
            key={loop.id}
            className={styles.loop}
            d={loopPath(loop)}
            markerEnd={`url(#${patterns}-arrow)`}
            aria-hidden
          />
        ))}
        <g aria-hidden>
          <TimeAxis
            scale={scale}
            y={bottom}
            ticks={ticks.filter(
              tick =>
                Math.abs(scale(tick) - todayLabelX) > todayWidth / 2 + 22 &&
                scale(tick) < plot.x + plot.width - 10,
            )}
          />
          <rect
            className={styles.todayPill}
            x={todayLabelX - todayWidth / 2}
            y={bottom + 4}
            width={todayWidth}
            height={18}
            rx={9}
          />
          <text className={styles.todayText} x={todayLabelX} y={bottom + 13}>
            {todayLabel}
          </text>
        </g>
      </svg>
      {lanes.map(lane => (
        <LaneLabel
          key={lane.phase.id}
          lane={lane}
          isSelected={lane.phase.id === selectedPhase}
          onSelect={() =>
            onSelectPhase(
              lane.phase.id === selectedPhase ? undefined : lane.phase.id,
            )
          }
        />
      ))}
      {shown && (
        <TimelineTooltip
          mark={shown}
          layout={layout}
          phases={input.phases}
          words={words}
        />
      )}
      <TimelineLegend
        patterns={patterns}
        statuses={[
          ...new Set(
            lanes.flatMap(lane => lane.bars.map(bar => bar.iteration.status)),
          ),
        ]}
        hasLoops={layout.loops.length > 0}
        hasByHand={lanes.some(lane =>
          lane.bars.some(({ iteration }) => iteration.reason),
        )}
        hasPlans={lanes.some(lane => lane.plan)}
        hasTargets={lanes.some(lane => lane.target)}
        hasGates={hasDecisions}
        hasMilestones={layout.flags.length > 0}
        models={[
          ...new Set(
            layout.models.flatMap(({ events }) =>
              events.map(({ kind }) => kind),
            ),
          ),
        ]}
        hasLate={lanes.some(lane => lane.lateZone)}
      />
    </>
  );
}
