// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Target } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  RiCalendarLine,
  RiCheckboxCircleFill,
  RiTimeLine,
} from '@remixicon/react';
import { DateTime } from 'luxon';
import { useMlLensTranslation } from '../../translation';
import { RISK_APPEARANCE, useFormat } from '../shared';
import { shareOf } from './burnUp';
import looks from '../shared/looks.module.css';

/** Reached, due, or overdue; with the date. */
export function DueChip(props: { target: Target }) {
  const { target } = props;
  const { t } = useMlLensTranslation();
  const { date } = useFormat();
  const isDone = shareOf(target) === 1;
  const isOver = !isDone && target.dueDate < DateTime.now().toISODate();
  const look = isDone
    ? RISK_APPEARANCE.NONE
    : RISK_APPEARANCE[isOver ? 'HIGH' : 'UNANSWERED'];
  const pending = isOver ? RiTimeLine : RiCalendarLine;
  const Icon = isDone ? RiCheckboxCircleFill : pending;
  return (
    <span
      className={`${looks.inline} ${looks.tag}`}
      style={{ background: look.bg, color: look.fg }}
    >
      <Icon aria-hidden size={14} />
      {isDone && `${t('org.targets.done')} · `}
      {t(isOver ? 'org.targets.overdue' : 'org.targets.due', {
        date: date(target.dueDate),
      })}
    </span>
  );
}
