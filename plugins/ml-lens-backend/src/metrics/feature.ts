// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { toNumber } from '../database/sql';
import type { Deps } from '../deps';
import type { Services } from '../services';

/** How long figures are good for several readers, in milliseconds. */
const GOOD_FOR_MS = 15_000;

interface Figures {
  workloads: number;
  reviews: { level: string; reviews: number; high: number }[];
  outbox: number;
}

/**
 * Figures for whoever watches the portal: how many workloads, reviews and high
 * risks there are, and what is yet to be told. No workload is named.
 */
export function metricsFeature(
  options: Pick<Deps, 'knex' | 'logger'> & Pick<Services, 'metrics'>,
): void {
  const { knex, logger, metrics } = options;
  const figures = shared(() => readFigures(knex), GOOD_FOR_MS);
  const gauge = (
    name: string,
    description: string,
    report: (
      figures: Figures,
      observe: (value: number, attributes?: Record<string, string>) => void,
    ) => void,
  ) =>
    metrics
      .createObservableGauge(name, { description })
      .addCallback(async result => {
        try {
          report(await figures(), (value, attributes) =>
            result.observe(value, attributes),
          );
        } catch (error) {
          logger.debug(`${name} could not be read: ${error}`);
        }
      });

  gauge(
    'ml_lens.workloads',
    'Workloads with an entity in the catalog',
    ({ workloads }, observe) => observe(workloads),
  );
  gauge(
    'ml_lens.reviews',
    'Begun reviews of such workloads, by maturity level',
    ({ reviews }, observe) =>
      reviews.forEach(row => observe(row.reviews, { level: row.level })),
  );
  gauge(
    'ml_lens.high_risks',
    'Questions with a high risk in those reviews, by maturity level',
    ({ reviews }, observe) =>
      reviews.forEach(row => observe(row.high, { level: row.level })),
  );
  gauge(
    'ml_lens.outbox.messages',
    'Notifications and audit events that are yet to be told',
    ({ outbox }, observe) => observe(outbox),
  );
}

async function readFigures(knex: Knex): Promise<Figures> {
  const levels: Promise<{ level: string; reviews: unknown; high: unknown }[]> =
    knex('scorecards')
      .where('orphaned', false)
      .whereNotNull('answered_at')
      .groupBy('level')
      .select('level')
      .count({ reviews: '*' })
      .sum({ high: 'high' }) as any;
  const [[workloads], reviews, [outbox]] = await Promise.all([
    knex('workloads').whereNull('orphaned_at').count({ count: '*' }),
    levels,
    knex('outbox').count({ count: '*' }),
  ]);
  return {
    workloads: toNumber(workloads.count),
    reviews: reviews.map(row => ({
      level: row.level,
      reviews: toNumber(row.reviews),
      high: toNumber(row.high),
    })),
    outbox: toNumber(outbox.count),
  };
}

/** Reads once for all who ask at about the same time. */
function shared<T>(read: () => Promise<T>, goodForMs: number) {
  let last: { value: Promise<T>; until: number } | undefined;
  return async (): Promise<T> => {
    const now = performance.now();
    if (!last || last.until <= now) {
      const value = read();
      last = { value, until: now + goodForMs };
      value.catch(() => {
        last = undefined;
      });
    }
    return await last.value;
  };
}
