// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  RiArrowDownLine,
  RiArrowRightLine,
  RiArrowUpLine,
} from '@remixicon/react';
import { useMlLensTranslation } from '../../translation';
import { RISK_APPEARANCE } from './appearance';
import looks from './looks.module.css';
import styles from './DeltaText.module.css';

/**
 * Change of a figure: arrow, amount, and in words whether that is good. Nothing
 * where there is nothing to compare with.
 */
export function DeltaText(props: {
  now: number | null | undefined;
  before: number | null | undefined;
  /** Which direction is good; neither for a plain count. */
  good?: 'up' | 'down';
  format: (amount: number) => string;
}) {
  const { now, before, good, format } = props;
  const { t } = useMlLensTranslation();
  if (typeof now !== 'number' || typeof before !== 'number') return null;
  const change = now - before;
  const amount = format(Math.abs(change));
  if (change === 0 || amount === format(0)) {
    return (
      <span className={`${looks.inline} ${looks.tag} ${styles.delta}`}>
        <RiArrowRightLine aria-hidden size={14} />
        {t('org.delta.same')}
      </span>
    );
  }
  const isUp = change > 0;
  const Arrow = isUp ? RiArrowUpLine : RiArrowDownLine;
  const verdict = good && (isUp === (good === 'up') ? 'better' : 'worse');
  const look =
    verdict && RISK_APPEARANCE[verdict === 'better' ? 'NONE' : 'HIGH'];
  return (
    <span
      className={`${looks.inline} ${looks.tag} ${styles.delta}`}
      style={look && { color: look.fg, background: look.bg }}
    >
      <Arrow aria-hidden size={14} />
      {verdict
        ? t(`org.delta.${verdict}`, { amount })
        : t(isUp ? 'org.delta.more' : 'org.delta.fewer', { amount })}
    </span>
  );
}
