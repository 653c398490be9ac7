// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiArrowUpCircleFill, RiFlag2Fill } from '@remixicon/react';
import styles from './Score.module.css';
import type { ScoreMark } from './scoreLayout';

export const MILESTONE_ICON = RiFlag2Fill;
export const UPGRADE_ICON = RiArrowUpCircleFill;

/** A milestone or upgrade above the chart, with its pole through it. */
export function MarkFlag(props: {
  mark: ScoreMark;
  top: number;
  bottom: number;
}) {
  const { mark, top, bottom } = props;
  const { x, milestones, upgrades } = mark;
  const isMilestone = milestones.length > 0;
  const Icon = isMilestone ? MILESTONE_ICON : UPGRADE_ICON;
  const count = milestones.length + upgrades.length;
  return (
    <>
      <line className={styles.pole} x1={x} x2={x} y1={top + 16} y2={bottom} />
      <Icon
        className={isMilestone ? styles.flag : styles.upgrade}
        x={isMilestone ? x - 3 : x - 8}
        y={top}
        size={16}
      />
      {count > 1 && (
        <text className={styles.count} x={x - 6} y={top + 8}>
          {count}
        </text>
      )}
    </>
  );
}
