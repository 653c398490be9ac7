// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useVirtualizer } from '@tanstack/react-virtual';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useHref, useNavigate } from 'react-router-dom';
import { useIsNarrow } from '../../shared/useIsNarrow';
import looks from '../../shared/looks.module.css';
import styles from './Heatmap.module.css';
import { HeatmapRowLine } from './HeatmapRowLine';
import {
  type HeatmapColumn,
  type HeatmapRow,
  type Position,
  moveIn,
  nextSort,
} from './heatmapModel';
import { useCellWords } from './useCellWords';

export interface HeatmapGridProps {
  label: string;
  rows: HeatmapRow[];
  totalRows: number;
  nameHeader: string;
  columns: HeatmapColumn[];
  sort: string;
  onSort: (sort: string) => void;
  nameOf: (row: HeatmapRow) => string;
  rowHref: (row: HeatmapRow) => string | undefined;
  cellHref: (row: HeatmapRow, column: HeatmapColumn) => string | undefined;
  isStale: boolean;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
}

/** The address of a path where the portal is not at the root of its host. */
const under = (root: string, to: string | undefined) =>
  to?.startsWith('/') ? `${root}${to}` : to;

/** Follows links without a load of the page; new tabs are the browser's. */
function useFollow(root: string) {
  const navigate = useNavigate();
  return (event: MouseEvent) => {
    const { metaKey, ctrlKey, shiftKey, altKey, button } = event;
    const link = (event.target as Element).closest('a')?.getAttribute('href');
    if (!link || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) {
      return;
    }
    event.preventDefault();
    navigate(link.startsWith('/') ? link.slice(root.length) : link);
  };
}

const ROW_HEIGHT = 40;
/** Load the next page when this many rows are left below. */
const AHEAD = 20;

/**
 * The heatmap as a grid: header and first column stay, only rows in sight are
 * drawn, arrow keys walk over the cells.
 */
export function HeatmapGrid(props: HeatmapGridProps) {
  const { rows, columns, sort, onSort, hasMore, isLoadingMore, onMore } = props;
  const isNarrow = useIsNarrow();
  const scroll = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Position>({ row: 1, column: 1 });
  const wanted = useRef<Position>();

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    // Rows beyond those in sight are drawn: a frame need not wait for more.
    useFlushSync: false,
    initialRect: { width: 1000, height: 640 },
  });
  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !isLoadingMore && last >= rows.length - AHEAD) onMore();
  }, [hasMore, isLoadingMore, last, onMore, rows.length]);

  const focus = ({ row, column }: Position) => {
    const cell = scroll.current?.querySelector<HTMLElement>(
      `[data-cell="${row}:${column}"] [data-stop]`,
    );
    cell?.focus({ preventScroll: false });
    return cell !== null && cell !== undefined;
  };
  // A row that was out of sight gets the focus once it is drawn.
  useEffect(() => {
    if (wanted.current && focus(wanted.current)) wanted.current = undefined;
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveIn(
      at,
      event.key,
      { rows: rows.length + 1, columns: columns.length + 1 },
      event.ctrlKey || event.metaKey,
    );
    if (!next) return;
    event.preventDefault();
    setAt(next);
    wanted.current = next;
    if (next.row > 0) virtualizer.scrollToIndex(next.row - 1);
  };
  // The same functions however often the page is drawn: rows that stay as they
  // are need not be drawn with it.
  const latest = useRef(props);
  latest.current = props;
  const root = useHref('/').replace(/\/$/, '');
  const follow = useFollow(root);
  const wordsOf = useCellWords();
  const rowHref = useCallback<HeatmapGridProps['rowHref']>(
    row => under(root, latest.current.rowHref(row)),
    [root],
  );
  const cellHref = useCallback<HeatmapGridProps['cellHref']>(
    (row, column) => under(root, latest.current.cellHref(row, column)),
    [root],
  );
  const onFocus = useCallback(
    (row: number, column: number) => setAt({ row, column }),
    [],
  );
  const headProps = (column: number) => ({
    'data-cell': `0:${column}`,
    'aria-colindex': column + 1,
    onFocus: () => onFocus(0, column),
  });
  const isStop = (row: number, column: number) =>
    at.row === row && at.column === column;
  // Where the cell with the tab stop is not drawn, the corner is the way in.
  const isStopDrawn =
    at.row === 0 || shown.some(({ index }) => index === at.row - 1);

  const sortState = (field: string) => {
    if (sort === field) return 'ascending' as const;
    return sort === `-${field}` ? ('descending' as const) : undefined;
  };
  const header = (
    column: number,
    field: string,
    name: string,
    group?: string,
  ) => {
    const state = sortState(field);
    return (
      <button
        type="button"
        data-stop
        tabIndex={isStop(0, column) || (!isStopDrawn && column === 0) ? 0 : -1}
        className={`${looks.line} ${looks.heading} ${looks.plain} ${looks.press} ${styles.sort}`}
        title={group ? `${group} · ${name}` : name}
        onClick={() => onSort(nextSort(sort, field))}
      >
        {group && (
          <span className={`${looks.ellipsis} ${styles.group}`}>{group}</span>
        )}
        <span className={`${looks.clamp} ${styles.headName}`}>{name}</span>
        {state === 'ascending' && <RiArrowUpLine aria-hidden size={14} />}
        {state === 'descending' && <RiArrowDownLine aria-hidden size={14} />}
      </button>
    );
  };
  return (
    <div
      ref={scroll}
      className={styles.scroll}
      aria-busy={props.isStale || isLoadingMore}
    >
      <table
        role="grid"
        className={styles.grid}
        aria-label={props.label}
        aria-rowcount={props.totalRows + 1}
        aria-colcount={columns.length + 1}
        onKeyDown={onKeyDown}
        onClick={follow}
        style={
          {
            minWidth: `${(isNarrow ? 9 : 16) + columns.length * 5.5}rem`,
            '--columns': columns.length,
          } as CSSProperties
        }
      >
        {/* What is not laid out as a table has its roles from no element. */}
        {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            <th
              role="columnheader"
              scope="col"
              className={styles.corner}
              aria-sort={sortState('title') ?? 'none'}
              {...headProps(0)}
            >
              {header(0, 'title', props.nameHeader)}
            </th>
            {columns.map((column, index) => (
              <th
                key={column.id}
                role="columnheader"
                scope="col"
                aria-sort={sortState(column.sort) ?? 'none'}
                {...headProps(index + 1)}
              >
                {header(index + 1, column.sort, column.name, column.group)}
              </th>
            ))}
          </tr>
        </thead>
        {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
        <tbody role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {shown.map(({ index, start }) => (
            <HeatmapRowLine
              key={rows[index].key ?? ''}
              top={start}
              row={rows[index]}
              index={index + 1}
              name={props.nameOf(rows[index])}
              columns={columns}
              rowHref={rowHref}
              cellHref={cellHref}
              wordsOf={wordsOf}
              stop={at.row === index + 1 ? at.column : undefined}
              onFocus={onFocus}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
