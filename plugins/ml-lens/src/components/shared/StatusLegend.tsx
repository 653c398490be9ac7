// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PhaseStatus } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../translation';
import { STATUS_APPEARANCE } from './appearance';
import { Legend } from './chart';
import styles from './StatusMark.module.css';

/** From done to not begun. */
export const STATUS_ORDER: PhaseStatus[] = [
  'COMPLETE',
  'AT_RISK',
  'IN_PROGRESS',
  'NOT_STARTED',
];

/** A phase in small: the colour and sign of its status. */
export function StatusMark(props: { status: PhaseStatus; isLate?: boolean }) {
  const { icon: Icon, bg, fg } = STATUS_APPEARANCE[props.status];
  return (
    <span
      className={styles.mark}
      data-late={props.isLate}
      style={{ background: bg, color: fg }}
    >
      <Icon aria-hidden size={11} />
    </span>
  );
}

/** What the marks of phases mean, once for all the strips beside it. */
export function StatusLegend(props: { title?: string; hasLate?: boolean }) {
  const { title, hasLate } = props;
  const { t } = useMlLensTranslation();
  const entries = STATUS_ORDER.map(status => ({
    id: status as string,
    mark: <StatusMark status={status} />,
    text: t(`common.status.${status}`),
  }));
  if (hasLate) {
    entries.push({
      id: 'late',
      mark: <StatusMark status="IN_PROGRESS" isLate />,
      text: t('common.late'),
    });
  }
  return (
    <Legend label={t('common.phaseLegend')} title={title} entries={entries} />
  );
}
