import {
  Cell,
  Column,
  Row,
  Skeleton,
  TableBody,
  TableBodySkeleton,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import type { ReactNode } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useIsNarrow } from '../hooks/useIsNarrow';
import styles from './OrgRows.module.css';

export interface OrgColumn<T> {
  id: string;
  label: string;
  isSortable?: boolean;
  /** Least width in rem; columns share what is left in proportion. */
  width: number;
  cell: (item: T) => ReactNode;
}

export interface OrgRowsProps<T> {
  /** What the rows are, for assistive technology. */
  label: string;
  /** The first one names the row. */
  columns: OrgColumn<T>[];
  /** Undefined while the first answer is on its way. */
  items: T[] | undefined;
  /** The items answer an earlier question. */
  isStale: boolean;
  sort?: { column: string; descending: boolean };
  onSort: (column: string, descending: boolean) => void;
  /** The item as a card, for windows too narrow for a table. */
  card: (item: T) => ReactNode;
}

function Rows<T extends { id: string }>(props: OrgRowsProps<T>) {
  const { label, columns, items, isStale, sort, onSort } = props;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <div className={styles.scroll}>
      <TableRoot
        aria-label={label}
        className={styles.table}
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
          onSort(String(column), direction === 'descending')
        }
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

function Cards<T extends { id: string }>(props: OrgRowsProps<T>) {
  const { label, items, isStale, card } = props;
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
    <ul className={styles.cards} aria-label={label} aria-busy={isStale}>
      {items.map(item => (
        <li key={item.id} className={styles.card}>
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
export function OrgRows<T extends { id: string }>(props: OrgRowsProps<T>) {
  return useIsNarrow() ? <Cards {...props} /> : <Rows {...props} />;
}
