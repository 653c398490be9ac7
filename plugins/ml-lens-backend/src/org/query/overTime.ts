/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { Knex } from 'knex';
import { toNumber } from '../../database/sql';
import { endOfDay } from './days';

/**
 * Rows of the history `h` that held at the end of a day. The very text of the
 * index `scorecard_history_trend_idx`, which serves it for that reason.
 */
const HELD_OVERNIGHT = `substr(h.valid_from, 1, 10) <> coalesce(substr(h.valid_to, 1, 10), '')`;

/** Sums at the end of each day, for one combination of keys. */
export interface SumsOverTime<Key extends string, Measure extends string> {
  keys: Record<Key, string | null>;
  /** One sum per day. */
  sums: Record<Measure, number[]>;
}

/**
 * Sums over the scorecards that held at the end of each of some days. Every row
 * of the history counts from the day it began to the day it ended, so two
 * aggregates, of what began and of what ended by each day, give all the sums:
 * the work is that of the history read twice, however many days there are.
 *
 * @param options.rows - selects from the history as `h`, at all times
 * @param options.days - ascending
 * @param options.keys - SQL by which sums are kept apart
 * @param options.measures - SQL aggregates that add up, as `sum(h.score)`
 */
export async function sumsOverTime<Key extends string, Measure extends string>(
  knex: Knex,
  options: {
    rows: () => Knex.QueryBuilder;
    days: readonly string[];
    keys: Record<Key, string>;
    measures: Record<Measure, string | Knex.Raw>;
  },
): Promise<SumsOverTime<Key, Measure>[]> {
  const { days } = options;
  const keyNames = Object.keys(options.keys) as Key[];
  const measureNames = Object.keys(options.measures) as Measure[];
  const groups = new Map<string, SumsOverTime<Key, Measure>>();

  const collect = async (instant: string, sign: 1 | -1) => {
    // What was so before the first day is all one.
    const day = knex.raw(
      `case when ${instant} <= ? then ? else substr(${instant}, 1, 10) end`,
      [endOfDay(days[0]), days[0]],
    );
    const query = options
      .rows()
      .whereRaw(HELD_OVERNIGHT)
      .whereRaw(`${instant} <= ?`, [endOfDay(days[days.length - 1])])
      .select({ day })
      .groupByRaw('1');
    keyNames.forEach((name, index) => {
      query.select({ [`key_${index}`]: knex.raw(options.keys[name]) });
      query.groupByRaw(`${index + 2}`);
    });
    measureNames.forEach((name, index) => {
      query.select({
        [`sum_${index}`]: knex.raw('?', [asRaw(knex, options.measures[name])]),
      });
    });
    for (const row of await query) {
      const keys = keyNames.map((_, index) => row[`key_${index}`] ?? null);
      const group = groupOf(groups, keys, () => ({
        keys: Object.fromEntries(
          keyNames.map((name, index) => [name, keys[index]]),
        ) as Record<Key, string | null>,
        sums: Object.fromEntries(
          measureNames.map(name => [name, days.map(() => 0)]),
        ) as Record<Measure, number[]>,
      }));
      const at = firstFrom(days, row.day);
      measureNames.forEach((name, index) => {
        group.sums[name][at] += sign * toNumber(row[`sum_${index}`]);
      });
    }
  };
  await collect('h.valid_from', 1);
  await collect('h.valid_to', -1);

  for (const { sums } of groups.values()) {
    for (const name of measureNames) {
      const values = sums[name];
      for (let index = 1; index < values.length; index++) {
        values[index] += values[index - 1];
      }
    }
  }
  return [...groups.values()];
}

function asRaw(knex: Knex, sql: string | Knex.Raw): Knex.Raw {
  return typeof sql === 'string' ? knex.raw(sql) : sql;
}

function groupOf<T>(
  groups: Map<string, T>,
  keys: readonly (string | null)[],
  make: () => T,
): T {
  const name = JSON.stringify(keys);
  let group = groups.get(name);
  if (!group) {
    group = make();
    groups.set(name, group);
  }
  return group;
}

/** Index of the first day that is not before the one given. */
function firstFrom(days: readonly string[], day: string): number {
  let low = 0;
  let high = days.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] >= day) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
