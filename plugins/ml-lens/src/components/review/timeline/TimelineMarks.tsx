// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiFlag2Fill } from '@remixicon/react';
import type { KeyboardEvent, ReactNode } from 'react';
import { STATUS_APPEARANCE } from '../../shared';
import { patternUrl } from './StatusPatterns';
import styles from './Timeline.module.css';
import type {
  TimelineBar,
  TimelineFlag,
  TimelineMark,
  TimelinePlan,
  TimelineTarget,
} from './timelinePicture';

/** How a mark takes part in the picture's keyboard and pointer handling. */
export interface MarkProps {
  label: string;
  /** The one mark the Tab key reaches; arrow keys lead to the others. */
  isTabStop: boolean;
  onShow(): void;
  onHide(): void;
  onSelect(): void;
  onKeyDown(event: KeyboardEvent): void;
}

export function Mark(
  props: MarkProps & { mark: TimelineMark; children: ReactNode },
) {
  const { mark, label, isTabStop, onShow, onHide, onSelect, onKeyDown } = props;
  return (
    <g
      role="button"
      data-mark={mark.id}
      aria-label={label}
      tabIndex={isTabStop ? 0 : -1}
      className={styles.mark}
      onFocus={onShow}
      onBlur={onHide}
      onMouseEnter={onShow}
      onMouseLeave={onHide}
      onClick={onSelect}
      onKeyDown={event => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          onSelect();
        } else {
          onKeyDown(event);
        }
      }}
    >
      {props.children}
    </g>
  );
}

/** Width of the mark of an iteration that was begun by hand. */
const WEDGE = 6;

export function BarMark(
  props: MarkProps & { bar: TimelineBar; patterns: string },
) {
  const { bar, patterns, ...mark } = props;
  const { status, number, reason } = bar.iteration;
  const { icon: Icon, solid, fg } = STATUS_APPEARANCE[status];
  const isByHand = Boolean(reason) && !bar.clipped;
  const inset = isByHand ? WEDGE : 0;
  const showsIcon = bar.width >= 40 + inset;
  const showsNumber = bar.width >= 16 + 2 * inset;
  return (
    <Mark mark={bar} {...mark}>
      <rect
        className={styles.focusRing}
        x={bar.x - 3}
        y={bar.y - 3}
        width={bar.width + 6}
        height={bar.height + 6}
        rx={7}
      />
      <rect
        x={bar.x + 0.5}
        y={bar.y + 0.5}
        width={Math.max(bar.width - 1, 1)}
        height={bar.height - 1}
        rx={4}
        fill={patternUrl(patterns, status)}
        stroke={solid}
      />
      {/* Begun by hand: the left end says so. */}
      {isByHand && (
        <path
          className={styles.byHand}
          d={`M ${bar.x} ${bar.y} v ${bar.height} l ${WEDGE} ${
            -bar.height / 2
          } Z`}
        />
      )}
      {/* Runs on: the right end is open. */}
      {bar.open && bar.width > 12 && (
        <rect
          x={bar.x + bar.width - 3}
          y={bar.y}
          width={3}
          height={bar.height}
          fill={solid}
        />
      )}
      {showsIcon && (
        <Icon
          aria-hidden
          x={bar.x + 5 + inset}
          y={bar.y + 3.5}
          size={13}
          color={fg}
        />
      )}
      {showsNumber && (
        <text
          className={styles.barNumber}
          x={inset + (showsIcon ? bar.x + 22 : bar.x + bar.width / 2)}
          y={bar.y + bar.height / 2}
          textAnchor={showsIcon ? 'start' : 'middle'}
          fill={fg}
        >
          {number}
        </text>
      )}
    </Mark>
  );
}

export function PlanMark(props: MarkProps & { plan: TimelinePlan }) {
  const { plan, ...mark } = props;
  const { x, y, width, height } = plan;
  return (
    <Mark mark={plan} {...mark}>
      <rect
        className={styles.focusRing}
        x={x - 2}
        y={y - 2}
        width={width + 4}
        height={height + 4}
        rx={3}
      />
      <rect
        className={styles.plan}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={2}
      />
    </Mark>
  );
}

/** Radius of a target, drawn as one: gates have the diamonds. */
const RADIUS = 5;

export function TargetMark(props: MarkProps & { target: TimelineTarget }) {
  const { target, ...mark } = props;
  const { x, y, state } = target;
  return (
    <Mark mark={target} {...mark}>
      <circle className={styles.focusRing} cx={x} cy={y} r={RADIUS + 4} />
      <circle
        className={styles.target}
        data-state={state}
        cx={x}
        cy={y}
        r={RADIUS}
      />
      <circle className={styles.bullseye} cx={x} cy={y} r={2} />
    </Mark>
  );
}

export function FlagMark(
  props: MarkProps & { flag: TimelineFlag; bottom: number },
) {
  const { flag, bottom, ...mark } = props;
  const { x, y, milestones } = flag;
  return (
    <>
      <line
        className={styles.flagPole}
        x1={x}
        x2={x}
        y1={y + 14}
        y2={bottom}
        aria-hidden
      />
      <Mark mark={flag} {...mark}>
        <rect
          className={styles.focusRing}
          x={x - 11}
          y={y - 3}
          width={22}
          height={22}
          rx={5}
        />
        <RiFlag2Fill
          aria-hidden
          className={styles.flag}
          x={x - 3}
          y={y}
          size={16}
        />
        {milestones.length > 1 && (
          <text className={styles.flagCount} x={x - 6} y={y + 8}>
            {milestones.length}
          </text>
        )}
      </Mark>
    </>
  );
}
