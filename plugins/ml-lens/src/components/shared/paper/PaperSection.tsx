// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react';
import styles from './Paper.module.css';

/** A part of what is on paper, under its heading. */
export function PaperSection(props: {
  title: string;
  intro?: ReactNode;
  children?: ReactNode;
}) {
  const { title, intro, children } = props;
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {intro && <p className={styles.intro}>{intro}</p>}
      {children}
    </section>
  );
}

/**
 * Plain tables: on paper nothing is sorted, chosen or paged, and rows must not
 * be torn apart by the end of a page.
 */
export function PaperTable(props: {
  label: string;
  heads: { label: string; className?: string }[];
  children: ReactNode;
}) {
  const { label, heads, children } = props;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {heads.map(({ label: head, className }) => (
              <th key={head} scope="col" className={className}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
