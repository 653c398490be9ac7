// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor';

/** No database text holds NUL. */
const cursorText = z.string().refine(value => !value.includes('\u0000'));

const cursorSchema = z.object({
  /** What the cursor belongs to. */
  list: z.string(),
  direction: z.enum(['next', 'previous']),
  /** Sort value and id of the row the page lies next to. */
  value: z.union([cursorText, z.number(), z.null()]),
  id: cursorText,
});
type Cursor = z.infer<typeof cursorSchema>;

/** What a list is sorted by, and whether rows may have no value. */
export interface SortColumn {
  /** SQL without bindings. */
  expression: string;
  type: 'text' | 'integer' | 'real';
  nullable: boolean;
}

/** A row as selected, with the value it is sorted by and its id. */
export interface KeysetRow {
  sort_value: string | number | null;
  row_id: string;
}

/** A list that can be read from any of its rows on. */
export interface KeysetList {
  /** Every row, not sorted; {@link KeysetRow} is selected here. */
  select: () => Knex.QueryBuilder;
  column: SortColumn;
  /** Tells rows apart and orders those with equal values; SQL, never null. */
  id: string;
  descending: boolean;
}

/** Where reading begins: next to a row, seen in one direction. */
export type Place = Pick<Cursor, 'direction' | 'value' | 'id'>;

/**
 * One page of a list, with the cursors of its neighbours. Pages lie next to the
 * row their cursor names, so rows that come and go elsewhere move nothing. Rows
 * without a sort value come last whichever the direction.
 *
 * @param options.key - tells lists apart: filters, order, instant
 * @throws InputError for a cursor of another list
 */
export async function keysetPage<Row extends KeysetRow>(
  list: KeysetList,
  options: { key: string; cursor: string | undefined; limit: number },
): Promise<{
  rows: Row[];
  pageInfo: { nextCursor?: string; prevCursor?: string };
}> {
  const place = placeOf(options, list.column);
  const found = await keysetRows<Row>(list, {
    place,
    limit: options.limit + 1,
  });
  return pageOf(found, place, options, row => ({
    value: row.sort_value,
    id: row.row_id,
  }));
}

/**
 * Where a page begins; undefined for the first one.
 *
 * @throws InputError for a cursor of another list
 */
export function placeOf(
  { key, cursor: text }: { key: string; cursor: string | undefined },
  column: Pick<SortColumn, 'type' | 'nullable'>,
): Place | undefined {
  const cursor =
    text === undefined ? undefined : decodeCursor(text, cursorSchema);
  if (cursor && (cursor.list !== key || !fits(cursor.value, column))) {
    throw new InputError(
      'Invalid query: cursor: belongs to a list with other filters or another order',
    );
  }
  return cursor;
}

/**
 * The page that begins at a place, with the cursors of its neighbours.
 *
 * @param found - its rows and one more where there is one, from the place on
 * @param marksOf - what cursors find a row again by
 */
export function pageOf<Row>(
  found: readonly Row[],
  place: Place | undefined,
  { key, limit }: { key: string; limit: number },
  marksOf: (row: Row) => Pick<Place, 'value' | 'id'>,
): {
  rows: Row[];
  pageInfo: { nextCursor?: string; prevCursor?: string };
} {
  const backwards = place?.direction === 'previous';
  const more = found.length > limit;
  const rows = found.slice(0, limit);
  if (backwards) {
    rows.reverse();
  }
  const cursorAt = (row: Row | undefined, direction: Cursor['direction']) =>
    row &&
    encodeCursor({ list: key, direction, ...marksOf(row) } satisfies Cursor);
  const nextCursor =
    backwards || more ? cursorAt(rows.at(-1), 'next') : undefined;
  const prevCursor = (backwards ? more : place !== undefined)
    ? cursorAt(rows.at(0), 'previous')
    : undefined;
  return {
    rows,
    pageInfo: {
      ...(nextCursor !== undefined && { nextCursor }),
      ...(prevCursor !== undefined && { prevCursor }),
    },
  };
}

/**
 * Rows with a value and rows without one are two runs, each in the order of an
 * index; a page begins in one and may go on in the other.
 */
async function keysetRows<Row extends KeysetRow>(
  list: KeysetList,
  options: { place: Place | undefined; limit: number },
): Promise<Row[]> {
  const { column, id, select } = list;
  const { place, limit } = options;
  const backwards = place?.direction === 'previous';
  const ascending = list.descending === backwards;
  const order = ascending ? 'asc' : 'desc';
  const beyond = ascending ? '>' : '<';

  const valued = async (rest: number): Promise<Row[]> => {
    const query = select()
      .orderByRaw(`${column.expression} ${order}, ${id} ${order}`)
      .limit(rest);
    if (column.nullable) {
      query.whereRaw(`${column.expression} is not null`);
    }
    if (place && place.value !== null) {
      query.whereRaw(`(${column.expression}, ${id}) ${beyond} (?, ?)`, [
        place.value,
        place.id,
      ]);
    }
    return await query;
  };
  const valueless = async (rest: number): Promise<Row[]> => {
    const query = select()
      .whereRaw(`${column.expression} is null`)
      .orderByRaw(`${id} ${order}`)
      .limit(rest);
    if (place && place.value === null) {
      query.whereRaw(`${id} ${beyond} ?`, [place.id]);
    }
    return await query;
  };

  const runs = column.nullable ? [valued, valueless] : [valued];
  if (backwards) {
    runs.reverse();
  }
  if (place) {
    const begun = place.value === null ? valueless : valued;
    runs.splice(0, runs.indexOf(begun));
  }
  const rows: Row[] = [];
  for (const run of runs) {
    if (rows.length < limit) {
      rows.push(...(await run(limit - rows.length)));
    }
  }
  return rows;
}

/** Whether a value can be one of the column's. */
function fits(
  value: Cursor['value'],
  column: Pick<SortColumn, 'type' | 'nullable'>,
): boolean {
  switch (typeof value) {
    case 'string':
      return column.type === 'text';
    case 'number':
      return (
        column.type === 'real' ||
        (column.type === 'integer' && z.int32().safeParse(value).success)
      );
    default:
      return column.nullable;
  }
}

/**
 * The key of a list: the same for the same parts, whatever the order of names
 * and of values. What the caller may see is no part of it.
 */
export function listKeyOf(
  parts: readonly unknown[],
  filters: object = {},
): string {
  const sorted = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [
      name,
      Array.isArray(value) ? [...value].sort() : value,
    ])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([...parts, sorted]))
    .digest('base64url')
    .slice(0, 16);
}
