// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ToggleButton } from '@backstage/ui';
import { RiTableLine } from '@remixicon/react';
import { type ReactNode, useId, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './Insights.module.css';

/**
 * A titled part of a page. With `table`, what is drawn can be read as a table
 * instead.
 */
export function Panel(props: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  table?: ReactNode;
  isStale?: boolean;
  children: ReactNode;
}) {
  const { title, note, actions, table, isStale } = props;
  const { t } = useMlLensTranslation();
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <section
      className={`${looks.box} ${styles.panel}`}
      aria-labelledby={id}
      aria-busy={isStale}
    >
      <header className={`${looks.apart} ${styles.panelHead}`}>
        <div>
          <h2 id={id} className={styles.panelTitle}>
            {title}
          </h2>
          {note && <p className={looks.small}>{note}</p>}
        </div>
        <div className={looks.row}>
          {actions}
          {table && (
            <ToggleButton
              size="small"
              aria-label={t('org.insights.asTable', { title })}
              isSelected={isTable}
              onChange={setTable}
            >
              <RiTableLine aria-hidden size={16} />
            </ToggleButton>
          )}
        </div>
      </header>
      <div className={styles.panelBody}>{isTable ? table : props.children}</div>
    </section>
  );
}

/** What a chart says, in rows; the first column names them. */
export function DataTable(props: {
  label: string;
  columns: string[];
  rows: { key: string; cells: ReactNode[] }[];
}) {
  const { label, columns, rows } = props;
  return (
    <div
      className={styles.tableScroll}
      // It scrolls, so the keyboard must be able to reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      <table className={`${looks.table} ${styles.table}`} aria-label={label}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {rest.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
