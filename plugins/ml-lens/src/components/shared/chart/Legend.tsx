// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react';
import looks from '../looks.module.css';
import styles from './Chart.module.css';

export interface LegendEntry {
  id: string;
  mark: ReactNode;
  text: string;
}

/**
 * What marks mean, where they stand. Without a label or a title, which is seen,
 * only for those who see the marks.
 */
export function Legend(props: {
  label?: string;
  title?: string;
  entries: LegendEntry[];
}) {
  const { title, label = title, entries } = props;
  return (
    <ul
      className={`${looks.small} ${styles.legend}`}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    >
      {title && <li className={looks.strong}>{title}</li>}
      {entries.map(({ id, mark, text }) => (
        <li key={id}>
          {mark}
          {text}
        </li>
      ))}
    </ul>
  );
}
