// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import {
  active,
  begunCoverage,
  grouped,
  mean,
  type ModelRow,
  sum,
} from '../../../__testUtils__/orgModel';
import { caller } from '../../../__testUtils__/reviewFixtures';
import { endOfDay } from '../../query/days';
import { close, type Request, type World } from './requests';

export async function checkTrend(
  { org, model }: World,
  asked: Request,
  see?: Set<string>,
) {
  const { filters, interval, groupBy } = asked;
  const series = await org.trend(
    filters,
    { from: '2026-01-01', to: '2026-06-10', interval, groupBy },
    caller,
  );
  expect(mlLensRoutes.getTrend.response.parse({ series }).series).toEqual(
    series,
  );
  const days = (
    await org.trend(
      {},
      { from: '2026-01-01', to: '2026-06-10', interval },
      caller,
    )
  )[0].points.map(({ date }) => date);
  expect(days.at(-1)).toBe('2026-06-10');

  const atEnd = days.map(date =>
    active(model.rows(filters, see, endOfDay(date)), filters),
  );
  const pointOf = (date: string, rows: readonly ModelRow[]) => {
    const scorecards = rows.map(({ scorecard }) => scorecard);
    const total = (risk: keyof (typeof scorecards)[number]['counts']) =>
      sum(scorecards.map(({ counts }) => counts[risk]));
    const score = mean(scorecards.map(card => card.score));
    const readiness = mean(scorecards.map(card => card.readiness));
    return {
      date,
      workloads: rows.length,
      begun: scorecards.filter(card => card.score !== null).length,
      score: score === null ? null : expect.closeTo(score, 1),
      readiness: readiness === null ? null : expect.closeTo(readiness, 1),
      coverage: close(mean(rows.map(begunCoverage))),
      counts: {
        UNANSWERED: total('UNANSWERED'),
        HIGH: total('HIGH'),
        MEDIUM: total('MEDIUM'),
        NONE: total('NONE'),
        NOT_APPLICABLE: total('NOT_APPLICABLE'),
      },
      levels: Object.fromEntries(
        [...grouped(rows, 'level')].map(([level, of]) => [level, of.length]),
      ),
    };
  };
  if (!groupBy) {
    expect(series).toEqual([
      { key: null, points: days.map((date, i) => pointOf(date, atEnd[i])) },
    ]);
    return;
  }
  const keys = new Set(
    atEnd.flatMap(rows => [...grouped(rows, groupBy).keys()]),
  );
  const shown = series.filter(({ points }) =>
    points.some(({ workloads }) => workloads > 0),
  );
  expect(new Set(shown.map(({ key }) => key))).toEqual(keys);
  for (const { key, points } of series) {
    expect(points).toEqual(
      days.map((date, i) =>
        pointOf(date, grouped(atEnd[i], groupBy).get(key) ?? []),
      ),
    );
  }
}
