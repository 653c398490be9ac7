// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Fragment } from 'react';
import {
  Cell,
  Checkbox,
  Column,
  Row,
  Skeleton,
  TableBody,
  TableBodySkeleton,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../translation';
import { useIsNarrow } from './useIsNarrow';
import looks from './looks.module.css';
import styles from './DataRows.module.css';

export interface DataColumn<T> {
  id: string;
  label: string;
  isSortable?: boolean;
  /** Sorted from the most first, where what matters is at the top. */
  isMostFirst?: boolean;
  /** Left out of cards. */
  isTableOnly?: boolean;
  /** Least width in rem; columns share what is left in proportion. */
  width: number;
  cell: (item: T) => ReactNode;
}

/** Which rows are ticked, by id. */
export interface Ticks {
  ticked: ReadonlySet<string>;
  /** Rows that cannot be. */
  disabled: readonly string[];
  /** What a row is called, for its tick box. */
  name: (id: string) => string;
  onChange: (ticked: Set<string>) => void;
}

export interface DataRowsProps<T> {
  /** What the rows are, for assistive technology. */
  label: string;
  /** The first one names the row. */
  columns: DataColumn<T>[];
  /** Undefined while the first answer is on its way. */
  items: T[] | undefined;
  /** The items answer an earlier question. */
  isStale: boolean;
  sort?: { column: string; descending: boolean };
  onSort?: (column: string, descending: boolean) => void;
  /** Rows that can be ticked; left out, none can. */
  ticks?: Ticks;
  /**
   * The item as a card, for windows too narrow for a table; its cells below each
   * other without it.
   */
  card?: (item: T) => ReactNode;
}

function tickedOf(
  keys: 'all' | Set<string | number>,
  items: readonly { id: string }[],
  { disabled }: Ticks,
): Set<string> {
  return keys === 'all'
    ? new Set(items.map(({ id }) => id).filter(id => !disabled.includes(id)))
    : new Set([...keys].map(String));
}

function Rows<T extends { id: string }>(props: DataRowsProps<T>) {
  const { label, columns, items, isStale, sort, onSort, ticks } = props;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <div className={looks.scroll}>
      <TableRoot
        aria-label={label}
        className={ticks ? `${styles.table} ${styles.ticks}` : styles.table}
        style={{ minWidth: `${total}rem` }}
        stale={isStale}
        isPending={!items}
        sortDescriptor={
          sort && {
            column: sort.column,
            direction: sort.descending ? 'descending' : 'ascending',
          }
        }
        onSortChange={({ column, direction }) =>
          onSort?.(
            String(column),
            column === sort?.column
              ? direction === 'descending'
              : columns.some(
                  ({ id, isMostFirst }) => id === column && isMostFirst,
                ),
          )
        }
        {...(ticks && {
          selectionMode: 'multiple' as const,
          selectionBehavior: 'toggle' as const,
          selectedKeys: ticks.ticked,
          disabledKeys: ticks.disabled,
          disabledBehavior: 'selection' as const,
          onSelectionChange: (keys: 'all' | Set<string | number>) =>
            ticks.onChange(tickedOf(keys, items ?? [], ticks)),
        })}
      >
        <TableHeader columns={columns}>
          {column => (
            <Column
              id={column.id}
              isRowHeader={column === columns[0]}
              allowsSorting={column.isSortable}
              style={{ width: `${(column.width / total) * 100}%` }}
            >
              {column.label}
            </Column>
          )}
        </TableHeader>
        {items ? (
          <TableBody items={items} dependencies={[columns]}>
            {item => (
              <Row id={item.id} columns={columns}>
                {column => <Cell>{column.cell(item)}</Cell>}
              </Row>
            )}
          </TableBody>
        ) : (
          <TableBodySkeleton columns={columns} />
        )}
      </TableRoot>
    </div>
  );
}

function Tick(props: { id: string; ticks: Ticks }) {
  const { id, ticks } = props;
  return (
    <Checkbox
      isSelected={ticks.ticked.has(id)}
      isDisabled={ticks.disabled.includes(id)}
      onChange={isTicked => {
        const ticked = new Set(ticks.ticked);
        if (isTicked) ticked.add(id);
        else ticked.delete(id);
        ticks.onChange(ticked);
      }}
      aria-label={ticks.name(id)}
    />
  );
}

function Cards<T extends { id: string }>(props: DataRowsProps<T>) {
  const { label, columns, items, isStale, ticks } = props;
  const cells = (item: T) =>
    columns
      .filter(({ isTableOnly }) => !isTableOnly)
      .map(({ id, cell }) => <Fragment key={id}>{cell(item)}</Fragment>);
  const { card = cells } = props;
  const { t } = useMlLensTranslation();
  if (!items) {
    return (
      <div role="status" aria-label={t('common.loading')}>
        {[0, 1, 2].map(index => (
          <div key={index} className={styles.card}>
            <Skeleton width="100%" height={110} />
          </div>
        ))}
      </div>
    );
  }
  return (
    <ul className={looks.lined} aria-label={label} aria-busy={isStale}>
      {items.map(item => (
        <li key={item.id} className={styles.card}>
          {ticks && <Tick id={item.id} ticks={ticks} />}
          {card(item)}
        </li>
      ))}
    </ul>
  );
}

/**
 * Rows in the form the window has room for: a table that scrolls sideways under
 * a first column that stays, or cards on a phone.
 */
export function DataRows<T extends { id: string }>(props: DataRowsProps<T>) {
  return useIsNarrow() ? <Cards {...props} /> : <Rows {...props} />;
}
