// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { chunksOf } from './sql';

/*
 * Several statements in one trip to PostgreSQL: on the way of a page and of an
 * answer the trips cost more than what they fetch. SQLite is in the process, so
 * there they are as many as before.
 */

/** Below what PostgreSQL takes of bound values: an insert has some thousands. */
const STATEMENTS_PER_TRIP = 15;

/**
 * The rows of several queries, by name. PostgreSQL sends them as JSON, so no
 * query may select what JSON changes: bytes, or integers of 64 bits.
 */
export async function readTogether<Rows extends Record<string, object>>(
  knex: Knex,
  queries: { [Name in keyof Rows]: Knex.QueryBuilder },
): Promise<{ [Name in keyof Rows]: Rows[Name][] }> {
  const named = Object.entries<Knex.QueryBuilder>(queries);
  if (knex.client.config.client === 'pg') {
    return await knex
      .select(
        named.map(([name, query]) =>
          knex.raw(`(select coalesce(json_agg(r), '[]') from ? as r) as ??`, [
            query,
            name,
          ]),
        ),
      )
      .first();
  }
  const rows = [];
  for (const [name, query] of named) {
    rows.push([name, await query] as const);
  }
  return Object.fromEntries(rows) as { [Name in keyof Rows]: Rows[Name][] };
}

/**
 * Writes with several statements of one transaction. None may read or change
 * what another one writes: PostgreSQL runs them as of one moment.
 *
 * @param named - more of them, for PostgreSQL alone: each may read what those
 *   in front of it return, by their names, and so may all the others
 * @returns the rows of the last one that has a name
 */
export async function writeTogether<Row extends object = never>(
  tx: Knex,
  statements: readonly Knex.QueryBuilder[],
  named: Record<string, Knex.QueryBuilder | Knex.Raw> = {},
): Promise<Row[]> {
  // PostgreSQL runs what is in one trip last first, so it is turned round: rows
  // come in the order of their keys, or many of them leave indexes half empty.
  const most = tx.client.config.client === 'pg' ? STATEMENTS_PER_TRIP : 1;
  const trips = [...chunksOf(statements, most)];
  const last = Object.keys(named).at(-1);
  const along = last === undefined ? [] : trips.pop() ?? [];
  for (const trip of trips) {
    if (trip.length === 1) {
      await trip[0];
    } else {
      await tx.raw(`with ${unnamed(trip)} select 1`, trip.toReversed());
    }
  }
  if (last === undefined) {
    return [];
  }
  const { rows } = await tx.raw(
    `with ${[...Object.keys(named).map(() => '?? as (?)'), unnamed(along)]
      .filter(Boolean)
      .join(', ')} select * from ??`,
    [...Object.entries(named).flat(), ...along.toReversed(), last],
  );
  return rows;
}

function unnamed(statements: readonly Knex.QueryBuilder[]): string {
  return statements.map((_, index) => `w${index} as (?)`).join(', ');
}

/** Whether PostgreSQL takes statements in one trip. */
export function fitOneTrip(statements: readonly Knex.QueryBuilder[]): boolean {
  return statements.length <= STATEMENTS_PER_TRIP;
}

/** Whether a statement with a name, see {@link writeTogether}, has a row. */
export function hasRow(knex: Knex, name: string): Knex.Raw {
  return knex.raw('exists (select from ??)', [name]);
}
