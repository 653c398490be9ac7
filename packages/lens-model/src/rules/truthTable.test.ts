// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  EXHAUSTIVE_CHOICES,
  makeSelections,
  type Rows,
  rowsWithMore,
  selectionsOf,
} from './truthTable';

const isIn = (rows: Rows, row: number) => (rows[row >> 5] >>> (row & 31)) & 1;

/** Whether columns, and the rows of none, all and some, are what masks say. */
function expectConsistent(choices: number) {
  const { masks, columns, none, all, some, ...others } =
    makeSelections(choices);
  expect(others).toMatchObject({ choices, scratch: [] });
  expect(columns).toHaveLength(choices);
  const wrong = [...masks.keys()].filter(
    row =>
      columns.some(
        (column, bit) => isIn(column, row) !== ((masks[row] >> bit) & 1),
      ) ||
      isIn(none, row) !== 0 ||
      isIn(all, row) !== 1 ||
      isIn(some, row) !== Number(masks[row] !== 0),
  );
  expect(wrong).toEqual([]);
  for (const rows of [none, all, some, ...columns]) {
    expect(rows).toHaveLength(Math.ceil(masks.length / 32));
  }
}

describe('selections', () => {
  it.each([0, 1, 5, 6, EXHAUSTIVE_CHOICES])(
    'of %d choices are all there are',
    choices => {
      const { masks, complete } = makeSelections(choices);
      expect(complete).toBe(true);
      expect([...masks]).toEqual(
        Array.from({ length: 2 ** choices }, (_, row) => row),
      );
      expectConsistent(choices);
    },
  );

  it.each([EXHAUSTIVE_CHOICES + 1, 16])(
    'of %d choices are a sample in pairs, one choice apart',
    choices => {
      const { masks, complete } = makeSelections(choices);
      expect(complete).toBe(false);
      expect(masks).toHaveLength(4096);
      expectConsistent(choices);
      const apart = new Set<number>();
      for (let row = 0; row < masks.length; row += 2) {
        const more = masks[row + 1] - masks[row];
        expect(masks[row] & more).toBe(0);
        expect(Number.isInteger(Math.log2(more))).toBe(true);
        apart.add(more);
      }
      expect(apart.size).toBe(choices);
      // None and each alone, all and all but each.
      const all = 2 ** choices - 1;
      const first = Array.from({ length: choices }, (_, bit) => [
        0,
        2 ** bit,
        all - 2 ** bit,
        all,
      ]).flat();
      expect([...masks.slice(0, 4 * choices)]).toEqual(first);
    },
  );

  it('of a sample are of every density, each choice in about half of them', () => {
    const choices = 16;
    const rest = [...makeSelections(choices).masks.slice(4 * choices)];
    const sizes = rest.map(
      mask => [...mask.toString(2)].filter(bit => bit === '1').length,
    );
    for (const size of [1, 4, 8, 12, 15]) {
      expect(sizes.filter(one => one === size).length).toBeGreaterThan(100);
    }
    for (let bit = 0; bit < choices; bit++) {
      const share = rest.filter(mask => (mask >> bit) & 1).length / rest.length;
      expect(Math.abs(share - 0.5)).toBeLessThan(0.05);
    }
    expect(new Set(rest).size).toBeGreaterThan(1_500);
  });

  it('are the same each time', () => {
    expect(makeSelections(14)).toEqual(makeSelections(14));
    expect(selectionsOf(14)).toEqual(makeSelections(14));
    expect(selectionsOf(14)).toBe(selectionsOf(14));
  });
});

describe('rows with one choice more', () => {
  it.each([3, 7, 13])('of %d choices are those of the set', choices => {
    const selections = makeSelections(choices);
    const { masks, complete } = selections;
    for (let bit = 0; bit < (complete ? choices : 1); bit++) {
      const set = selections.columns[(bit + 1) % choices];
      const more = rowsWithMore(set, bit, selections);
      const wrong = [...masks.keys()].filter(row => {
        const next = complete ? row + 2 ** bit : row + 1;
        const isWithout = complete ? !((masks[row] >> bit) & 1) : row % 2 === 0;
        return isWithout && isIn(more, row) !== isIn(set, next);
      });
      expect(wrong).toEqual([]);
    }
  });
});
