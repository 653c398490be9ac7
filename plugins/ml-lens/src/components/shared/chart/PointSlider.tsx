// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { VisuallyHidden } from '@backstage/ui';
import { localPoint } from '@visx/event';
import { type MouseEvent, type ReactNode, useId } from 'react';
import styles from './Chart.module.css';

/** How far the page keys go. */
const PAGE = 10;

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

/**
 * Over a chart: shows one of its points at a time, the one under the pointer or
 * the one the keys lead to. One stop for the keyboard, as a slider's.
 *
 * @param props - places are in pixels of the chart; `onPick` says that points
 *   can be chosen, with a click, Enter or Space
 */
export function PointSlider(props: {
  id?: string;
  label: string;
  help?: ReactNode;
  plot: { x: number; width: number };
  height: number;
  count: number;
  index: number;
  /** The point in words. */
  valueText: string;
  indexAt(x: number): number;
  onShow(index: number | undefined): void;
  onPick?(index: number): void;
}) {
  const { id, label, help, plot, height, count, index, valueText } = props;
  const { indexAt, onShow, onPick } = props;
  const helpId = useId();
  const indexUnder = (event: MouseEvent) =>
    indexAt((localPoint(event.currentTarget, event)?.x ?? 0) + plot.x);
  return (
    <>
      <div
        id={id}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={help ? helpId : undefined}
        aria-valuemin={0}
        aria-valuemax={count - 1}
        aria-valuenow={index}
        aria-valuetext={valueText}
        className={styles.slider}
        data-pick={onPick && true}
        style={{ left: plot.x, width: Math.max(0, plot.width), height }}
        onFocus={event => {
          if (event.currentTarget.matches(':focus-visible')) onShow(index);
        }}
        onBlur={() => onShow(undefined)}
        onPointerMove={event => onShow(indexUnder(event))}
        onPointerLeave={() => onShow(undefined)}
        onClick={event => onPick?.(indexUnder(event))}
        onKeyDown={event => {
          if (event.key === 'Escape') onShow(undefined);
          if (onPick && (event.key === 'Enter' || event.key === ' ')) {
            event.preventDefault();
            onPick(index);
          }
          const next = indexAfter(event.key, index, count);
          if (next === undefined) return;
          event.preventDefault();
          onShow(next);
        }}
      />
      {help && (
        <VisuallyHidden>
          <span id={helpId}>{help}</span>
        </VisuallyHidden>
      )}
    </>
  );
}
