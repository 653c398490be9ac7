// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { memo } from 'react';
import { RISK_APPEARANCE, scoreAppearance } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './Heatmap.module.css';
import {
  type HeatmapCell,
  type HeatmapColumn,
  type HeatmapRow,
  isTentative,
} from './heatmapModel';

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

/** A figure of the whole row; other columns without a cell have none. */
function wholeOf(row: HeatmapRow, { id, sort }: HeatmapColumn) {
  if (sort === 'readiness') return row.readiness;
  return id === '' ? row.score : null;
}

function sumOf(row: HeatmapRow, key: 'high' | 'notDue') {
  return row.cells.reduce((sum, cell) => sum + cell[key], 0);
}

/**
 * Hatched: what is not due yet and has no score, or is little answered; a review
 * that nobody has begun as a whole.
 */
function lookOf(cell: HeatmapCell, row: HeatmapRow) {
  if (cell.score === null && cell.notDue > 0) return styles.notDue;
  const isLittle = cell.score === null ? row.score === null : isTentative(cell);
  return isLittle ? styles.tentative : '';
}

/**
 * A link where the cell leads somewhere; the grid moves the focus and follows
 * links, so that thousands of them need not know of the router.
 */
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
    <a href={href} title={label} {...rest}>
      {children}
    </a>
  ) : (
    <span role={label ? 'img' : undefined} title={label} {...rest}>
      {children}
    </span>
  );
}

interface HeatmapRowLineProps {
  row: HeatmapRow;
  /** Place in the grid; the header is 0. */
  index: number;
  /** Below the first row, in pixels. */
  top: number;
  name: string;
  columns: HeatmapColumn[];
  rowHref: (row: HeatmapRow) => string | undefined;
  cellHref: (row: HeatmapRow, column: HeatmapColumn) => string | undefined;
  /** What is said of a cell. */
  wordsOf: (name: string, column: HeatmapColumn, cell: HeatmapCell) => string;
  /** The column the Tab key reaches, where it is in this row. */
  stop: number | undefined;
  onFocus: (row: number, column: number) => void;
}

/** One row; drawn once, however far the grid is scrolled. */
export const HeatmapRowLine = memo(function Line(props: HeatmapRowLineProps) {
  const { row, index, top, name, columns } = props;
  const { rowHref, cellHref, stop, onFocus } = props;
  const cells = new Map(row.cells.map(cell => [cell.column, cell]));
  const cellProps = (column: number) => ({
    'data-cell': `${index}:${column}`,
    'aria-colindex': column + 1,
    onFocus: () => onFocus(index, column),
  });
  return (
    <tr
      role="row"
      aria-rowindex={index + 1}
      className={styles.row}
      style={{ top }}
    >
      <th role="rowheader" scope="row" {...cellProps(0)}>
        <CellLink
          href={rowHref(row)}
          className={`${looks.ellipsis} ${styles.name}`}
          isTabStop={stop === 0}
        >
          {name}
        </CellLink>
      </th>
      {columns.map((column, columnIndex) => {
        const cell =
          cells.get(column.id) ??
          ({
            column: column.id,
            score: wholeOf(row, column),
            coverage: row.coverage,
            high: sumOf(row, 'high'),
            notDue: sumOf(row, 'notDue'),
          } satisfies HeatmapCell);
        const { bg, fg } = scoreAppearance(cell.score);
        const isNone = cell.score === null;
        return (
          <td key={column.id} role="gridcell" {...cellProps(columnIndex + 1)}>
            <CellLink
              href={isNone ? undefined : cellHref(row, column)}
              label={props.wordsOf(name, column, cell)}
              className={`${styles.cell} ${lookOf(cell, row)}`}
              isTabStop={stop === columnIndex + 1}
            >
              <span
                className={styles.fill}
                style={isNone ? undefined : { background: bg, color: fg }}
              >
                <CellMark cell={cell} />
              </span>
            </CellLink>
          </td>
        );
      })}
    </tr>
  );
});
