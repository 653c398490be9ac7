// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  active,
  begunCoverage,
  FOREVER,
  grouped,
  mean,
  sum,
} from '../../../__testUtils__/orgModel';
import { caller } from '../../../__testUtils__/reviewFixtures';
import { close, type Request, type World } from './requests';

export async function checkTotals(
  world: World,
  asked: Request,
  see?: Set<string>,
) {
  const { filters, at } = asked;
  const rows = world.model.rows(filters, see, at ?? FOREVER);
  const summary = await world.scorecards.summary(filters, { at }, caller);
  const counted = active(rows, filters);
  expect(summary.total.workloads).toBe(counted.length);
  expect(summary.retired).toBe(rows.length - counted.length);
  const cards = counted.map(({ scorecard }) => scorecard);
  const meanScore = mean(cards.map(card => card.score));
  expect(summary.total).toMatchObject({
    begun: cards.filter(card => card.score !== null).length,
    assessed: cards.filter(({ level }) => level !== 'Not assessed').length,
    score: meanScore === null ? null : Math.round(meanScore),
    coverage: close(mean(counted.map(begunCoverage))),
    counts: { HIGH: sum(cards.map(({ counts }) => counts.HIGH)) },
    levels: Object.fromEntries(
      [...grouped(counted, 'level')].map(([level, of]) => [level, of.length]),
    ),
  });
  const tenths = (valueOf: (card: (typeof cards)[number]) => number | null) =>
    Array.from(
      { length: 10 },
      (_, tenth) =>
        cards.filter(card => {
          const value = valueOf(card);
          return (
            value !== null && Math.min(9, Math.floor(value / 10)) === tenth
          );
        }).length,
    );
  expect(summary.distribution).toEqual({
    score: tenths(({ score }) => score),
    noScore: cards.filter(({ score }) => score === null).length,
    coverage: tenths(({ coverage }) => 100 * coverage),
  });
  const page = await world.scorecards.page(
    filters,
    { sort: 'title', limit: 1, at },
    caller,
  );
  expect(page.totalItems).toBe(rows.length);
  const { batches } = await world.org.rows(
    filters,
    { sort: 'title', at },
    caller,
  );
  const exported: string[] = [];
  for await (const batch of batches) {
    exported.push(...batch.map(row => `${row.workloadId}/${row.lens.id}`));
  }
  expect(exported.sort()).toEqual(rows.map(({ id }) => id).sort());
}
