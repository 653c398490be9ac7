// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Heatmap } from '@ml-lens/backstage-plugin-ml-lens-common';
import { ASSESSED_COVERAGE } from '@ml-lens/lens-model';

export const HEATMAP_ROWS = [
  'workload',
  'owner',
  'system',
  'domain',
  'tag',
] as const;
export type HeatmapRowKind = (typeof HEATMAP_ROWS)[number];

export const HEATMAP_COLUMNS = ['phase', 'pillar', 'cell'] as const;
export type HeatmapColumnKind = (typeof HEATMAP_COLUMNS)[number];

export type HeatmapRow = Heatmap['rows'][number];
export type HeatmapCell = HeatmapRow['cells'][number];

/** Where a column id stands in the lens; a cell has both. */
export function scopeOf(
  column: string,
  kind: HeatmapColumnKind,
): { pillar?: string; phase?: string } {
  if (kind === 'phase') return { phase: column };
  if (kind === 'pillar') return { pillar: column };
  // Neither ids of pillars nor of phases have a slash.
  const [pillar, phase] = column.split('/');
  return { pillar, phase };
}

/** The next sort when a header is pressed: lowest first, highest, by name. */
export function nextSort(current: string, field: string): string {
  if (current === field) return `-${field}`;
  if (current === `-${field}`) return field === 'title' ? field : 'title';
  return field;
}

/** Less than half answered: the score is not to be taken at its word yet. */
export function isTentative(cell: { coverage: number }): boolean {
  return cell.coverage < ASSESSED_COVERAGE;
}

export interface Position {
  row: number;
  column: number;
}

/** Rows a page key jumps over. */
const PAGE_STEP = 10;

/**
 * Where a key leads to in a grid of some size; undefined for keys that mean
 * nothing there. Row 0 is that of the headers, column 0 that of the names.
 */
export function moveIn(
  { row, column }: Position,
  key: string,
  size: { rows: number; columns: number },
  isCtrl: boolean,
): Position | undefined {
  const clamp = (value: number, count: number) =>
    Math.max(0, Math.min(count - 1, value));
  const to = (nextRow: number, nextColumn: number) => ({
    row: clamp(nextRow, size.rows),
    column: clamp(nextColumn, size.columns),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(row - PAGE_STEP, column);
    case 'PageDown':
      return to(row + PAGE_STEP, column);
    case 'Home':
      return to(isCtrl ? 0 : row, 0);
    case 'End':
      return to(isCtrl ? size.rows - 1 : row, size.columns - 1);
    default:
      return undefined;
  }
}

export interface HeatmapColumn {
  id: string;
  name: string;
  /** What groups the column, e.g. the pillar of a phase. */
  group?: string;
  /** As the server sorts by it. */
  sort: string;
}
