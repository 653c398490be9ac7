// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { useOrgQuery } from '../hooks';
import { useMlLensTranslation } from '../../../translation';
import { Choice, EmptyState, useFormat, Answered } from '../../shared';
import {
  DataTable,
  inInsightsPage,
  LineChart,
  Panel,
  SeriesLegend,
  useUrlChoice,
} from '../insights';
import { MoversPanel } from '../movers/MoversPanel';
import {
  LINES,
  METRICS,
  RANGES,
  SHOWN_AT_FIRST,
  STEPS,
  startOf,
} from './trendModel';
import { useTrendSeries } from './useTrendSeries';

function Trend() {
  const { t } = useMlLensTranslation();
  const { date, number, percent } = useFormat();
  const [metric, setMetric] = useUrlChoice('metric', METRICS);
  const [interval, setInterval] = useUrlChoice('step', STEPS);
  const [range, setRange] = useUrlChoice('range', RANGES);
  const [chosenLines, setLines] = useUrlChoice('lines', LINES);
  // Levels have a line each already.
  const lines = metric === 'levels' ? 'all' : chosenLines;
  const from = useMemo(() => startOf(range), [range]);
  const query = useOrgQuery('getTrend', {
    from,
    interval,
    groupBy: lines === 'all' ? undefined : lines,
  });
  const { dates, series, isStacked } = useTrendSeries(
    query.data,
    metric,
    lines,
  );
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  // Some lines at first; a press shows or hides one.
  const isShown = (id: string) =>
    series.findIndex(one => one.id === id) < SHOWN_AT_FIRST !== toggled.has(id);
  const canToggle = !isStacked && series.length > 1;
  const shown = canToggle ? series.filter(({ id }) => isShown(id)) : series;
  const format = (value: number) =>
    metric === 'coverage'
      ? percent(value)
      : number(Math.round(value * 10) / 10);
  const metricName =
    metric === 'risks' && lines !== 'all'
      ? t('org.field.high')
      : t(`org.trend.${metric}`);
  const isEmpty = series.every(({ values }) =>
    values.every(value => value === null || value === 0),
  );

  return (
    <>
      <Panel
        title={metricName}
        note={
          series.length > SHOWN_AT_FIRST && canToggle
            ? t('org.trend.most', { count: number(series.length) })
            : undefined
        }
        isStale={query.isPlaceholderData}
        actions={
          <>
            <Choice
              label={t('org.trend.metric')}
              value={metric}
              options={METRICS.map(id => ({ id, label: t(`org.trend.${id}`) }))}
              onChange={setMetric}
            />
            {metric !== 'levels' && (
              <Select
                size="small"
                aria-label={t('org.trend.groupBy')}
                options={LINES.map(id => ({
                  id,
                  label:
                    id === 'all' ? t('org.trend.all') : t(`org.trend.by.${id}`),
                }))}
                value={lines}
                onChange={setLines}
              />
            )}
            <Select
              size="small"
              aria-label={t('org.trend.range')}
              options={RANGES.map(id => ({
                id,
                label: t(`org.trend.${id}`),
              })).sort(
                (a, b) => Number.parseInt(a.id, 10) - Number.parseInt(b.id, 10),
              )}
              value={range}
              onChange={setRange}
            />
            <Select
              size="small"
              aria-label={t('org.trend.interval')}
              options={STEPS.map(id => ({ id, label: t(`org.trend.${id}`) }))}
              value={interval}
              onChange={setInterval}
            />
          </>
        }
        table={
          <DataTable
            label={metricName}
            columns={[t('org.trend.date'), ...series.map(({ name }) => name)]}
            rows={dates
              .map((day, index) => ({
                key: day,
                cells: [
                  date(day),
                  ...series.map(({ values }) =>
                    values[index] === null ? '–' : format(values[index]!),
                  ),
                ],
              }))
              .reverse()}
          />
        }
      >
        <Answered query={query} height={320}>
          {() =>
            isEmpty || dates.length < 2 ? (
              <EmptyState
                title={t('org.trend.emptyTitle')}
                text={t('org.trend.emptyText')}
              />
            ) : (
              <>
                <LineChart
                  label={t('org.trend.chart', { metric: metricName })}
                  dates={dates}
                  series={shown}
                  isStacked={isStacked}
                  max={
                    {
                      score: 100,
                      readiness: 100,
                      coverage: 1,
                      risks: undefined,
                      levels: undefined,
                    }[metric]
                  }
                  format={format}
                />
                <SeriesLegend
                  label={t('org.trend.legend')}
                  series={series}
                  isShown={isShown}
                  onToggle={
                    canToggle
                      ? id =>
                          setToggled(previous => {
                            const next = new Set(previous);
                            if (!next.delete(id)) next.add(id);
                            return next;
                          })
                      : undefined
                  }
                />
              </>
            )
          }
        </Answered>
      </Panel>
      <MoversPanel />
    </>
  );
}

/** How the organisation's figures developed. */
export const TrendPage = inInsightsPage(Trend);
