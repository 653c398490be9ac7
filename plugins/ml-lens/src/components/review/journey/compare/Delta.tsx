// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { VisuallyHidden } from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowRightLine,
  RiArrowUpLine,
  RiSubtractLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { useFormat } from '../../../shared';
import looks from '../../../shared/looks.module.css';
import styles from './Compare.module.css';

function toneOf(change: number, isGoodUp: boolean) {
  if (change === 0) return 'same';
  return change > 0 === isGoodUp ? 'good' : 'bad';
}

/** How much something rose or fell; the arrow says which, the colour if it is good. */
export function Delta(props: {
  change: number;
  /** Whether more is better; risks are better when they fall. */
  isGoodUp?: boolean;
  /** After the number, e.g. a percent sign. */
  unit?: string;
}) {
  const { change, isGoodUp = true, unit = '' } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const amount = `${format.number(Math.abs(change))}${unit}`;
  const tone = toneOf(change, isGoodUp);
  if (change === 0) {
    return (
      <span className={`${looks.label} ${styles.delta}`} data-tone={tone}>
        <RiSubtractLine size={14} aria-hidden />
        <VisuallyHidden>{t('review.compare.unchanged')}</VisuallyHidden>
      </span>
    );
  }
  const Icon = change > 0 ? RiArrowUpLine : RiArrowDownLine;
  return (
    <span className={`${looks.label} ${styles.delta}`} data-tone={tone}>
      <Icon size={14} aria-hidden />
      <span aria-hidden>{amount}</span>
      <VisuallyHidden>
        {change > 0
          ? t('review.compare.up', { count: amount })
          : t('review.compare.down', { count: amount })}
      </VisuallyHidden>
    </span>
  );
}

/** Two values with an arrow between them; one where they are the same. */
export function BeforeAfter(props: {
  before: ReactNode;
  after: ReactNode;
  isSame: boolean;
}) {
  const { before, after, isSame } = props;
  if (isSame) {
    return (
      <span className={styles.figures}>
        <span className={styles.after}>{after}</span>
      </span>
    );
  }
  return (
    <span className={styles.figures}>
      <span className={looks.muted}>{before}</span>
      <RiArrowRightLine size={14} aria-hidden />
      <span className={styles.after}>{after}</span>
    </span>
  );
}
