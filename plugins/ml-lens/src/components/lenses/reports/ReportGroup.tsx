// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex } from '@backstage/ui';
import { type ReactNode, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, SmallButton } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './Reports.module.css';

const AT_FIRST = 5;

/** Problems of one kind, the first few of them until all are asked for. */
export function ReportGroup<T>(props: {
  title: string;
  items: T[];
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
}) {
  const { title, items, keyOf, children } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const [isOpen, setOpen] = useState(false);
  if (items.length === 0) return null;
  const shown = isOpen ? items : items.slice(0, AT_FIRST);
  return (
    <Flex direction="column" align="start" gap="2">
      <h4 className={looks.heading}>
        {title} <span className={styles.count}>{number(items.length)}</span>
      </h4>
      <ul className={styles.items} aria-label={title}>
        {shown.map(item => (
          <li key={keyOf(item)} className={styles.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <SmallButton
          variant="tertiary"
          aria-label={t('lenses.reports.showAllOf', { title })}
          onPress={() => setOpen(true)}
        >
          {t('lenses.reports.showAll', { count: number(items.length) })}
        </SmallButton>
      )}
    </Flex>
  );
}
