// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  pageOf,
  type Place,
  placeOf,
  type SortColumn,
} from '../../database/keyset';

type SortValue = string | number | null;

/**
 * The order of a list in memory. Items without a value come last whichever the
 * direction, those with equal values in the order of their ids.
 */
export interface ListOrder<T> extends Pick<SortColumn, 'type' | 'nullable'> {
  valueOf: (item: T) => SortValue;
  /** Puts items in the order of their values with less work, if there is a way. */
  rankOf?: (item: T) => SortValue;
  /** Tells items apart. */
  idOf: (item: T) => string;
  descending: boolean;
}

interface Placed<T> {
  item: T;
  value: SortValue;
}

interface Ranked<T> extends Placed<T> {
  rank: SortValue;
}

/**
 * One page of a list, with the cursors of its neighbours. Pages lie next to the
 * item their cursor names, so items that come and go elsewhere move nothing.
 *
 * @param items - in any order
 * @param options.key - tells lists apart: filters, order, instant
 * @throws InputError for a cursor of another list
 */
export function listPage<T>(
  items: Iterable<T>,
  order: ListOrder<T>,
  options: { key: string; cursor: string | undefined; limit: number },
): {
  rows: T[];
  pageInfo: { nextCursor?: string; prevCursor?: string };
} {
  const place = placeOf(options, order);
  const found = first(items, order, place, options.limit + 1);
  const { rows, pageInfo } = pageOf(found, place, options, marked => ({
    value: marked.value,
    id: order.idOf(marked.item),
  }));
  return { rows: rows.map(({ item }) => item), pageInfo };
}

/** A whole list in its order. */
export function inOrderOf<T>(items: Iterable<T>, order: ListOrder<T>): T[] {
  const compare = comparing(order);
  return Array.from(items, item => ({ item, value: order.valueOf(item) }))
    .sort(compare)
    .map(({ item }) => item);
}

/** The first items from a place on, in the direction it is read. */
function first<T>(
  items: Iterable<T>,
  order: ListOrder<T>,
  place: Place | undefined,
  count: number,
): Placed<T>[] {
  const forwards = comparing(order);
  const sign = place?.direction === 'previous' ? -1 : 1;
  const compare = (a: Placed<T>, b: Placed<T>) => sign * forwards(a, b);
  const ascending = sign > 0 !== order.descending;
  // By one comparison, since it is asked of everything: texts are long.
  const isBehind = (value: SortValue, other: SortValue) => {
    if (value === null || other === null) {
      return sign * compareValues(value, other, order.descending) > 0;
    }
    return ascending ? value > other : value < other;
  };
  // A page is short and a list long: what is not on it need not be sorted.
  const found: Ranked<T>[] = [];
  const { rankOf = order.valueOf } = order;
  for (const item of items) {
    const rank = rankOf(item);
    const last = found[count - 1];
    if (last !== undefined && isBehind(rank, last.rank)) {
      continue;
    }
    const placed = { item, value: order.valueOf(item), rank };
    if (
      (last === undefined || compare(placed, last) < 0) &&
      (place === undefined || sign * compareToPlace(placed, place, order) > 0)
    ) {
      found.splice(indexIn(found, placed, compare), 0, placed);
      if (found.length > count) {
        found.pop();
      }
    }
  }
  return found;
}

/** Where something belongs among what is sorted. */
function indexIn<T>(
  sorted: readonly Placed<T>[],
  placed: Placed<T>,
  compare: (a: Placed<T>, b: Placed<T>) => number,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle], placed) <= 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function comparing<T>({
  descending,
  idOf,
}: ListOrder<T>): (a: Placed<T>, b: Placed<T>) => number {
  const sign = descending ? -1 : 1;
  return (a, b) =>
    compareValues(a.value, b.value, descending) ||
    sign * compared(idOf(a.item), idOf(b.item));
}

function compareToPlace<T>(
  { item, value }: Placed<T>,
  place: Place,
  { descending, idOf }: ListOrder<T>,
): number {
  return (
    compareValues(value, place.value, descending) ||
    (descending ? -1 : 1) * compared(idOf(item), place.id)
  );
}

/** Puts null last, whichever the direction. */
export function compareValues(
  a: SortValue,
  b: SortValue,
  descending = false,
): number {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }
  return descending ? compared(b, a) : compared(a, b);
}

function compared(a: string | number, b: string | number): number {
  return a < b ? -1 : Number(a > b);
}
