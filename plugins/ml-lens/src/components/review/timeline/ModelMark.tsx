// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  RiAlarmWarningFill,
  RiCheckboxCircleFill,
  RiPriceTag3Fill,
  RiShieldCheckFill,
  type RemixiconComponentType,
} from '@remixicon/react';
import styles from './Timeline.module.css';
import type { TimelineModelMark } from './timelinePicture';
import { Mark, type MarkProps } from './TimelineMarks';

/** What became of a model, as a sign. */
export const MODEL_ICONS: Record<
  TimelineModelMark['shows'],
  RemixiconComponentType
> = {
  VERSION: RiPriceTag3Fill,
  APPROVAL: RiShieldCheckFill,
  ALARM: RiAlarmWarningFill,
  CALM: RiCheckboxCircleFill,
};

/** What became of models, above the bars that it explains. */
export function ModelMark(
  props: MarkProps & { model: TimelineModelMark; bottom: number },
) {
  const { model, bottom, ...mark } = props;
  const { x, y, shows, events } = model;
  const Sign = MODEL_ICONS[shows];
  return (
    <>
      <line
        className={styles.modelPole}
        data-kind={shows}
        x1={x}
        x2={x}
        y1={y + 16}
        y2={bottom}
        aria-hidden
      />
      <Mark mark={model} {...mark}>
        <rect
          className={styles.focusRing}
          x={x - 10}
          y={y - 2}
          width={20}
          height={20}
          rx={5}
        />
        <g data-kind={shows} className={styles.model} aria-hidden>
          <Sign x={x - 7} y={y + 1} size={14} />
        </g>
        {events.length > 1 && (
          <text className={styles.flagCount} x={x - 9} y={y + 8}>
            {events.length}
          </text>
        )}
      </Mark>
    </>
  );
}
