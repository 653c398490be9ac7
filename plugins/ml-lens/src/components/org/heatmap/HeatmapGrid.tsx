import { useVirtualizer } from '@tanstack/react-virtual';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, scoreAppearance, useFormat } from '../../shared';
import { useIsNarrow } from '../../shared/useIsNarrow';
import styles from './Heatmap.module.css';
import {
  type HeatmapCell,
  type HeatmapRow,
  type Position,
  isTentative,
  moveIn,
  nextSort,
} from './heatmapModel';

export interface HeatmapColumn {
  id: string;
  name: string;
  /** What groups the column, e.g. the pillar of a phase. */
  group?: string;
  /** As the server sorts by it. */
  sort: string;
}

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

const ROW_HEIGHT = 40;
/** Load the next page when this many rows are left below. */
const AHEAD = 20;

function CellMark(props: { cell: HeatmapCell }) {
  const { score, high } = props.cell;
  const High = RISK_APPEARANCE.HIGH.icon;
  return (
    <>
      <span className={styles.score}>{score ?? '–'}</span>
      {high > 0 && (
        <span className={styles.high}>
          <High aria-hidden size={12} />
          {high}
        </span>
      )}
    </>
  );
}

/** A link where the cell leads somewhere; the grid moves the focus. */
function CellLink(props: {
  href: string | undefined;
  label?: string;
  className: string;
  isTabStop: boolean;
  children: React.ReactNode;
}) {
  const { href, label, className, isTabStop, children } = props;
  const rest = {
    className,
    'aria-label': label,
    tabIndex: isTabStop ? 0 : -1,
    'data-stop': true,
  };
  return href ? (
    <RouterLink to={href} title={label} {...rest}>
      {children}
    </RouterLink>
  ) : (
    <span role={label ? 'img' : undefined} title={label} {...rest}>
      {children}
    </span>
  );
}

/**
 * The heatmap as a grid: header and first column stay, only rows in sight are
 * drawn, arrow keys walk over the cells.
 */
export function HeatmapGrid(props: HeatmapGridProps) {
  const { rows, columns, sort, onSort, hasMore, isLoadingMore, onMore } = props;
  const { t } = useMlLensTranslation();
  const { percent, number } = useFormat();
  const isNarrow = useIsNarrow();
  const scroll = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Position>({ row: 1, column: 1 });
  const wanted = useRef<Position>();

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
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
  const cellProps = (row: number, column: number) => ({
    'data-cell': `${row}:${column}`,
    'aria-colindex': column + 1,
    onFocus: () => setAt({ row, column }),
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
        className={styles.sort}
        title={group ? `${group} · ${name}` : name}
        onClick={() => onSort(nextSort(sort, field))}
      >
        {group && <span className={styles.group}>{group}</span>}
        <span className={styles.headName}>{name}</span>
        {state === 'ascending' && <RiArrowUpLine aria-hidden size={14} />}
        {state === 'descending' && <RiArrowDownLine aria-hidden size={14} />}
      </button>
    );
  };
  const before = shown[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);

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
        style={{
          minWidth: `${(isNarrow ? 9 : 16) + columns.length * 5.5}rem`,
        }}
      >
        <thead>
          <tr role="row" aria-rowindex={1}>
            <th
              role="columnheader"
              scope="col"
              className={styles.corner}
              aria-sort={sortState('title') ?? 'none'}
              {...cellProps(0, 0)}
            >
              {header(0, 'title', props.nameHeader)}
            </th>
            {columns.map((column, index) => (
              <th
                key={column.id}
                role="columnheader"
                scope="col"
                aria-sort={sortState(column.sort) ?? 'none'}
                {...cellProps(0, index + 1)}
              >
                {header(index + 1, column.sort, column.name, column.group)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden style={{ height: before }}>
              <td colSpan={columns.length + 1} />
            </tr>
          )}
          {shown.map(({ index }) => {
            const row = rows[index];
            const name = props.nameOf(row);
            const cells = new Map(row.cells.map(cell => [cell.column, cell]));
            return (
              <tr
                key={row.key ?? ''}
                role="row"
                aria-rowindex={index + 2}
                className={styles.row}
              >
                <th role="rowheader" scope="row" {...cellProps(index + 1, 0)}>
                  <CellLink
                    href={props.rowHref(row)}
                    className={styles.name}
                    isTabStop={isStop(index + 1, 0)}
                  >
                    {name}
                  </CellLink>
                </th>
                {columns.map((column, columnIndex) => {
                  const cell =
                    cells.get(column.id) ??
                    ({
                      column: column.id,
                      score: column.id === '' ? row.score : null,
                      coverage: row.coverage,
                      high: row.cells.reduce((sum, one) => sum + one.high, 0),
                    } satisfies HeatmapCell);
                  const { bg, fg } = scoreAppearance(cell.score);
                  const label = t('org.heatmap.cell', {
                    row: name,
                    column: column.group
                      ? `${column.group} · ${column.name}`
                      : column.name,
                    score: cell.score ?? t('common.noScore'),
                    coverage: percent(cell.coverage),
                    high: number(cell.high),
                  });
                  const look =
                    cell.score !== null && isTentative(cell)
                      ? styles.tentative
                      : '';
                  return (
                    <td
                      key={column.id}
                      role="gridcell"
                      {...cellProps(index + 1, columnIndex + 1)}
                    >
                      <CellLink
                        href={
                          cell.score === null
                            ? undefined
                            : props.cellHref(row, column)
                        }
                        label={label}
                        className={`${styles.cell} ${look}`}
                        isTabStop={isStop(index + 1, columnIndex + 1)}
                      >
                        <span
                          className={styles.fill}
                          style={
                            cell.score === null
                              ? undefined
                              : { background: bg, color: fg }
                          }
                        >
                          <CellMark cell={cell} />
                        </span>
                      </CellLink>
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {after > 0 && (
            <tr aria-hidden style={{ height: after }}>
              <td colSpan={columns.length + 1} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
