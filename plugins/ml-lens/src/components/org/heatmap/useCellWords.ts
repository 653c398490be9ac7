// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMemo } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import type { HeatmapCell, HeatmapColumn } from './heatmapModel';

/** Stand in for the values of a text; letters of no language. */
const PLACES = {
  row: '\uE000',
  column: '\uE001',
  score: '\uE002',
  coverage: '\uE003',
  high: '\uE004',
};
type Place = keyof typeof PLACES;
const PLACE = new RegExp(`[${Object.values(PLACES).join('')}]`, 'g');
const KEYS = new Map(
  Object.entries(PLACES).map(([key, place]) => [place, key as Place]),
);

/**
 * What is said of a cell. The text is translated once and not for each of
 * thousands of cells, which would be most of what scrolling costs.
 */
export function useCellWords() {
  const { t } = useMlLensTranslation();
  const { percent, number } = useFormat();
  return useMemo(() => {
    const text = t('org.heatmap.cell', PLACES);
    const noScore = t('common.noScore');
    return (row: string, column: HeatmapColumn, cell: HeatmapCell): string => {
      const values: Record<Place, string> = {
        row,
        column: column.group ? `${column.group} · ${column.name}` : column.name,
        score: cell.score === null ? noScore : String(cell.score),
        coverage: percent(cell.coverage),
        high: number(cell.high),
      };
      const said = text.replace(PLACE, place => values[KEYS.get(place)!]);
      return cell.notDue > 0
        ? `${said}, ${t('org.heatmap.notDue', { count: cell.notDue })}`
        : said;
    };
  }, [number, percent, t]);
}
