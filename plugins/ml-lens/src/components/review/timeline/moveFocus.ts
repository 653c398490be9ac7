// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { TimelineMark } from './timelinePicture';

/**
 * Where an arrow key leads from a mark: along the row with left and right, to
 * the nearest mark of the next row with up and down. Undefined for other keys
 * and at the edges.
 */
export function moveFocus(
  rows: TimelineMark[][],
  currentId: string | undefined,
  key: string,
): TimelineMark | undefined {
  const row = rows.findIndex(marks => marks.some(({ id }) => id === currentId));
  if (row < 0) return undefined;
  const column = rows[row].findIndex(({ id }) => id === currentId);
  switch (key) {
    case 'ArrowLeft':
      return rows[row][column - 1];
    case 'ArrowRight':
      return rows[row][column + 1];
    case 'ArrowUp':
      return nearest(rows[row - 1], rows[row][column].x);
    case 'ArrowDown':
      return nearest(rows[row + 1], rows[row][column].x);
    case 'Home':
      return rows[row][0];
    case 'End':
      return rows[row].at(-1);
    default:
      return undefined;
  }
}

function nearest(
  marks: TimelineMark[] | undefined,
  x: number,
): TimelineMark | undefined {
  return marks?.reduce((best, mark) =>
    Math.abs(mark.x - x) < Math.abs(best.x - x) ? mark : best,
  );
}
