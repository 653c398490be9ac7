// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { setImmediate } from 'node:timers/promises';
import { Knex } from 'knex';

/** 0 and 1 on SQLite. */
export type DbBoolean = boolean | 0 | 1;

/**
 * Rows of one statement: below SQLite's limits of 500 terms in a multi-row
 * insert and of 32,766 bound values, whatever the table.
 */
const ROWS_PER_STATEMENT = 100;

/** Cuts a list into pieces of at most `size`. */
export function* chunksOf<T>(
  items: readonly T[],
  size = ROWS_PER_STATEMENT,
): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}

/** Inserts any number of rows. */
export async function insertAll<T extends object>(
  knex: Knex,
  table: string,
  rows: readonly T[],
): Promise<void> {
  for (const statement of inserts(knex, table, rows)) {
    await statement;
  }
}

/**
 * The statements of {@link insertAll}.
 *
 * @param where - on PostgreSQL, what has to be true for rows to be inserted
 */
export function inserts<T extends object>(
  knex: Knex,
  table: string,
  rows: readonly T[],
  where?: Knex.Raw,
): Knex.QueryBuilder[] {
  return [...chunksOf(rows)].map(chunk => {
    if (!where) {
      return knex(table).insert(chunk);
    }
    const columns = Object.keys(chunk[0]);
    const into = knex.raw(`?? (${columns.map(() => '??')})`, [
      table,
      ...columns,
    ]);
    return knex(into as unknown as string).insert(
      knex
        .select(columns)
        .from(
          knex.raw('json_populate_recordset(null::??, ?)', [
            table,
            JSON.stringify(chunk, toWellFormed),
          ]),
        )
        .where(where),
    );
  });
}

/** As texts become where they are sent as such: PostgreSQL's JSON refuses others. */
function toWellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

/** Inserts any number of rows, replacing those with the same key. */
export async function upsertAll<T extends object>(
  knex: Knex,
  table: string,
  key: readonly (keyof T & string)[],
  rows: readonly T[],
): Promise<void> {
  for (const statement of upserts(knex, table, key, rows)) {
    await statement;
  }
}

/**
 * The statements of {@link upsertAll}.
 *
 * @param where - as of {@link inserts}
 */
export function upserts<T extends object>(
  knex: Knex,
  table: string,
  key: readonly (keyof T & string)[],
  rows: readonly T[],
  where?: Knex.Raw,
): Knex.QueryBuilder[] {
  return inserts(knex, table, rows, where).map(statement =>
    statement.onConflict([...key]).merge(Object.keys(rows[0])),
  );
}

/** Rows of a table to change or delete; `where` as of {@link inserts}. */
export function rowsOf(
  knex: Knex,
  table: string,
  where?: Knex.Raw,
): Knex.QueryBuilder {
  return where ? knex(table).where(where) : knex(table);
}

/** Reads the rows whose `column` is one of any number of values. */
export async function selectIn<T extends object>(
  knex: Knex,
  table: string,
  column: keyof T & string,
  values: Iterable<string>,
): Promise<T[]> {
  const rows: T[] = [];
  for (const chunk of chunksOf([...new Set(values)], 500)) {
    rows.push(...((await knex(table).whereIn(column, chunk).select()) as T[]));
  }
  return rows;
}

/** The rows {@link selectIn} selects by a column that tells them apart. */
export async function selectByKey<T extends object>(
  knex: Knex,
  table: string,
  column: keyof T & string,
  values: Iterable<string>,
): Promise<Map<string, T>> {
  const rows = await selectIn<T>(knex, table, column, values);
  return new Map(rows.map(row => [row[column] as string, row]));
}

/** {@link selectIn}, by a key, of rows that nobody else can change meanwhile. */
export async function selectForUpdate<T extends object>(
  tx: Knex.Transaction,
  table: string,
  column: keyof T & string,
  values: Iterable<string>,
  key: keyof T & string = column,
): Promise<T[]> {
  const rows: T[] = [];
  // Always in the same order, so that no two can block each other.
  for (const chunk of chunksOf([...new Set(values)].sort(), 500)) {
    rows.push(
      ...(await tx(table).whereIn(column, chunk).orderBy(key).forUpdate()),
    );
  }
  return rows;
}

/**
 * A list in its order, a page at a time, each read when it is asked for.
 *
 * @param read - the page after an entry, an empty one behind the last
 * @param from - the entry before the first page
 */
export async function* pagesOf(
  read: (after: string) => PromiseLike<string[]>,
  from = '',
): AsyncGenerator<string[]> {
  let page = await read(from);
  while (page.length > 0) {
    yield page;
    page = await read(page[page.length - 1]);
  }
}

/** Rows whose column is one of the values; an empty one stands for none. */
export function whereAnyOf(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[] | undefined,
): void {
  if (!values) {
    return;
  }
  const named = values.filter(value => value !== '');
  query.where(either => {
    either.whereIn(column, named);
    if (named.length < values.length) {
      either.orWhereNull(column);
    }
  });
}

/** Texts as lists sort and search them: no case, no width differences. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('en');
}

/** A `LIKE` pattern (escape character `\`) for texts that contain `text`. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Counts and sums: PostgreSQL gives 64-bit numbers as text. */
export function toNumber(value: unknown): number {
  return Number(value ?? 0);
}

/**
 * Lets everything else the process has to do go on. Between the batches of a
 * long reading it must be asked for: SQLite answers within the call, so that
 * awaiting it never gives way.
 */
export async function yieldToEventLoop(): Promise<void> {
  await setImmediate();
}
