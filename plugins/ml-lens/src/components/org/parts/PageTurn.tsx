// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ButtonIcon } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './PageTurn.module.css';

/** Foot of a list that is read page by page: where one is, and the way on. */
export function PageTurn(props: {
  /** Of the first and the last item shown, from 1. */
  from: number;
  to: number;
  total: number;
  onPrevious?: () => void;
  onNext?: () => void;
  /** What stands before it. */
  children?: ReactNode;
}) {
  const { from, to, total, onPrevious, onNext, children } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  return (
    <nav
      className={`${looks.row} ${styles.paging}`}
      aria-label={t('org.table.pages')}
    >
      {children}
      <span className={`${looks.note} ${styles.range}`} role="status">
        {t('org.table.range', {
          from: number(from),
          to: number(to),
          total: number(total),
        })}
      </span>
      <span className={styles.turn}>
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiArrowLeftSLine />}
          aria-label={t('org.table.previous')}
          isDisabled={!onPrevious}
          onPress={onPrevious}
        />
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiArrowRightSLine />}
          aria-label={t('org.table.next')}
          isDisabled={!onNext}
          onPress={onNext}
        />
      </span>
    </nav>
  );
}
