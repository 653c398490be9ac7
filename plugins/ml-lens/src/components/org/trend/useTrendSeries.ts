// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { TrendPoint } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, useLevelName } from '../../shared';
import { useEntityNames } from '../hooks';
import { type ChartSeries, lineLook } from '../insights';
import { useOrg } from '../OrgModel';
import { levelShares } from '../parts';
import { type LINES, type Metric, STACKED_RISKS, valueOf } from './trendModel';

type TrendData = { series: { key: string | null; points: TrendPoint[] }[] };

/** The answer as lines or areas, named in the language of the app. */
export function useTrendSeries(
  data: TrendData | undefined,
  metric: Metric,
  lines: (typeof LINES)[number],
): { dates: string[]; series: ChartSeries[]; isStacked: boolean } {
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const levelName = useLevelName();
  const isRef = ['owner', 'system', 'domain'].includes(lines);
  const entityName = useEntityNames(
    isRef ? data?.series.flatMap(({ key }) => key ?? []) ?? [] : [],
  );
  const all = data?.series ?? [];
  const dates = [
    ...new Set(all.flatMap(({ points }) => points.map(({ date }) => date))),
  ].sort();
  const isStacked =
    metric === 'levels' || (metric === 'risks' && lines === 'all');
  const total = all[0]?.points ?? [];

  if (metric === 'levels') {
    const seen = Object.fromEntries(
      total.flatMap(({ levels }) => Object.keys(levels).map(id => [id, 1])),
    );
    const shares = levelShares(lens.levels, seen);
    return {
      dates,
      isStacked,
      series: shares.map(({ name, color }, index) => ({
        id: name,
        name: levelName(name),
        color,
        // The first is the one that is not assessed yet.
        isHatched: index === 0,
        values: total.map(({ levels }) => levels[name] ?? 0),
      })),
    };
  }
  if (isStacked) {
    return {
      dates,
      isStacked,
      series: STACKED_RISKS.map(risk => ({
        id: risk,
        name: t(`common.risk.${risk}`),
        color: RISK_APPEARANCE[risk].solid,
        isHatched: risk === 'UNANSWERED',
        values: total.map(({ counts }) => counts[risk]),
      })),
    };
  }
  const nameOf = (key: string | null) => {
    if (lines === 'all') return t('org.trend.all');
    if (key === null) return t(`org.rollup.none.${lines}`);
    return isRef ? entityName(key) : key;
  };
  return {
    dates,
    isStacked,
    series: all.map(({ key, points }, index) => {
      const at = new Map(points.map(point => [point.date, point]));
      return {
        id: `=${key ?? ''}`,
        name: nameOf(key),
        ...lineLook(index),
        values: dates.map(date => valueOf(at.get(date), metric)),
      };
    }),
  };
}
