// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../../translation';
import { STATUS_APPEARANCE } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './Timeline.module.css';
import type { TimelineLane } from './timelinePicture';

export function LaneLabel(props: {
  lane: TimelineLane;
  isSelected: boolean;
  onSelect(): void;
}) {
  const { lane, isSelected, onSelect } = props;
  const { t } = useMlLensTranslation();
  const { x, y, width, height } = lane.label;
  const { icon: Icon, solid } = STATUS_APPEARANCE[lane.status];
  const values = {
    name: lane.phase.name,
    status: t(`common.status.${lane.status}`),
  };
  return (
    <button
      type="button"
      className={`${looks.plain} ${styles.label}`}
      style={{ left: x, top: y, width, height }}
      aria-pressed={isSelected}
      aria-label={
        lane.late
          ? t('review.timeline.selectPhaseLate', values)
          : t('review.timeline.selectPhase', values)
      }
      title={lane.phase.name}
      onClick={onSelect}
    >
      <Icon aria-hidden size={14} color={solid} />
      <span className={looks.clamp}>{lane.phase.name}</span>
    </button>
  );
}
