/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
  /** Tells items apart. */
  idOf: (item: T) => string;
  descending: boolean;
}

interface Placed<T> {
  item: T;
  value: SortValue;
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
  const compare =
    place?.direction === 'previous'
      ? (a: Placed<T>, b: Placed<T>) => forwards(b, a)
      : forwards;
  const isBeyond = place && beyond(order, place);
  // A page is short and a list long: what is not on it need not be sorted.
  const found: Placed<T>[] = [];
  for (const item of items) {
    const placed = { item, value: order.valueOf(item) };
    if (
      (!isBeyond || isBeyond(placed)) &&
      (found.length < count || compare(placed, found[count - 1]) < 0)
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
  const byMarks = compareMarks(descending);
  return (a, b) =>
    byMarks(
      a.value,
      () => idOf(a.item),
      b.value,
      () => idOf(b.item),
    );
}

/** Whether something lies beyond a place, in the direction it is read. */
function beyond<T>(
  { descending, idOf }: ListOrder<T>,
  place: Place,
): (placed: Placed<T>) => boolean {
  const byMarks = compareMarks(descending);
  const sign = place.direction === 'previous' ? -1 : 1;
  return ({ item, value }) =>
    sign *
      byMarks(
        value,
        () => idOf(item),
        place.value,
        () => place.id,
      ) >
    0;
}

/** Ids are made only where values are equal. */
function compareMarks(descending: boolean) {
  const sign = descending ? -1 : 1;
  return (
    a: SortValue,
    idOfA: () => string,
    b: SortValue,
    idOfB: () => string,
  ): number => {
    if ((a === null) !== (b === null)) {
      return a === null ? 1 : -1;
    }
    if (a === null || a === b) {
      return sign * compared(idOfA(), idOfB());
    }
    return sign * compared(a, b!);
  };
}

function compared(a: string | number, b: string | number): number {
  return a < b ? -1 : Number(a > b);
}
