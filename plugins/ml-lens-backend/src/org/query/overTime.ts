// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { dayNumber } from '../columns/dayNumbers';
import type { FigureTable } from '../columns/FigureTable';

/** Which of some days an entry held at the end of: from one, short of another. */
export interface Held {
  from: number;
  to: number;
}

/**
 * Finds out which of some days are the first not before a day: the number of
 * them where all are.
 *
 * @param days - ascending
 */
export function placesOn(days: readonly string[]): (day: number) => number {
  const numbers = days.map(dayNumber);
  const first = numbers[0];
  const last = numbers[numbers.length - 1];
  // By day, the first of those asked for that is not before it.
  const places = new Int32Array(last - first + 1);
  let place = 0;
  for (let day = first; day <= last; day++) {
    while (numbers[place] < day) {
      place += 1;
    }
    places[day - first] = place;
  }
  return day => {
    if (day <= first) {
      return 0;
    }
    return day > last ? days.length : places[day - first];
  };
}

/** Finds out at the end of which of some days entries held. */
export function heldOn(
  days: readonly string[],
): (table: FigureTable, entry: number) => Held {
  const placeOf = placesOn(days);
  return ({ from, to }, entry) => ({
    from: placeOf(from[entry]),
    to: placeOf(to[entry]),
  });
}

/**
 * Sums at each of some days: what holds for many of them is added where it
 * begins and taken away where it ends, so the work does not grow with them.
 */
export class SumsOverTime {
  readonly #changes: Float64Array;

  constructor(
    private readonly days: number,
    private readonly measures: number,
  ) {
    this.#changes = new Float64Array((days + 1) * measures);
  }

  add(measure: number, { from, to }: Held, value: number): void {
    this.#changes[from * this.measures + measure] += value;
    this.#changes[to * this.measures + measure] -= value;
  }

  /** The sum of a measure at each day. */
  of(measure: number): number[] {
    let sum = 0;
    return Array.from({ length: this.days }, (_, day) => {
      sum += this.#changes[day * this.measures + measure];
      return sum;
    });
  }
}
