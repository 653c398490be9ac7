// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RuleNode } from './node';

/** A set of selections: one bit per row, 32 to a word. */
export type Rows = Uint32Array;

/**
 * A list of selections of some choices, one per row. Working on whole lists at
 * once keeps the analysis of a full lens (200 questions, thousands of
 * selections each) within milliseconds.
 */
export interface Selections {
  /** How many choices there are; bit `i` of a mask stands for choice `i`. */
  choices: number;
  /** Which choices are selected in each row. */
  masks: Uint16Array;
  /** For each choice, the rows in which it is selected. */
  columns: readonly Rows[];
  /** No row, every row, and the rows in which anything is selected. */
  none: Rows;
  all: Rows;
  some: Rows;
  /** Memory to calculate in. */
  scratch: Rows[];
  /** Whether every selection is there; then a row's number is its mask. */
  complete: boolean;
}

/** Above this many choices, selections are sampled instead of listed. */
export const EXHAUSTIVE_CHOICES = 12;
const SAMPLES = 4096;
const SEED = 0x5eed;

const known = new Map<number, Selections>();

/**
 * Every selection of a number of choices (at most 16), or a fixed sample of
 * them when there are more than {@link EXHAUSTIVE_CHOICES}. In a sample every
 * row `2k + 1` has one choice more than row `2k`. Made once for each number.
 */
export function selectionsOf(choices: number): Selections {
  const selections = known.get(choices) ?? makeSelections(choices);
  known.set(choices, selections);
  return selections;
}

/** As {@link selectionsOf}, made anew. Exported for tests. */
export function makeSelections(choices: number): Selections {
  const complete = choices <= EXHAUSTIVE_CHOICES;
  const masks = complete
    ? Uint16Array.from({ length: 1 << choices }, (_, row) => row)
    : sampleMasks(choices);
  const columns = Array.from({ length: choices }, (_, bit) =>
    rowsWhere(masks, mask => (mask & (1 << bit)) !== 0),
  );
  return {
    choices,
    masks,
    columns,
    none: rowsWhere(masks, () => false),
    all: rowsWhere(masks, () => true),
    some: rowsWhere(masks, mask => mask !== 0),
    scratch: [],
    complete,
  };
}

/** The rows whose mask passes a test. */
function rowsWhere(masks: Uint16Array, test: (mask: number) => boolean): Rows {
  const rows = new Uint32Array(Math.ceil(masks.length / 32));
  masks.forEach((mask, row) => {
    if (test(mask)) {
      rows[row >> 5] |= 1 << (row & 31);
    }
  });
  return rows;
}

/**
 * The rows in which a condition holds. Read the result before the next call,
 * which writes into the same memory.
 *
 * @param node - the condition
 * @param ids - the choices, in the order of the selections' columns; choices
 * that are not among them are never selected
 */
export function rowsOf(
  node: RuleNode,
  ids: readonly string[],
  selections: Selections,
): Rows {
  const { all, none, scratch } = selections;
  const columns = new Map(ids.map((id, i) => [id, selections.columns[i]]));
  // A left operand leaves its rows where its parent writes; a right one gets
  // the memory behind that.
  const value = (part: RuleNode, slot: number): Rows => {
    if (part.type === 'default') {
      return all;
    }
    if (part.type === 'choice') {
      return columns.get(part.id) ?? none;
    }
    scratch[slot] ??= new Uint32Array(none.length);
    const result = scratch[slot];
    if (part.type === 'not') {
      const operand = value(part.operand, slot);
      for (let i = 0; i < result.length; i++) {
        result[i] = ~operand[i];
      }
      return result;
    }
    const left = value(part.left, slot);
    const right = value(part.right, slot + 1);
    if (part.type === 'and') {
      for (let i = 0; i < result.length; i++) {
        result[i] = left[i] & right[i];
      }
    } else {
      for (let i = 0; i < result.length; i++) {
        result[i] = left[i] | right[i];
      }
    }
    return result;
  };
  return value(node, 0);
}

/**
 * For each row without a choice, whether the row with just that choice more is
 * in a set. Samples pair neighbouring rows, whatever choice sets them apart.
 */
export function rowsWithMore(
  rows: Rows,
  bit: number,
  { complete }: Selections,
): Rows {
  const shift = complete ? bit : 0;
  const result = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    result[i] =
      shift < 5 ? rows[i] >>> (1 << shift) : rows[i + (1 << (shift - 5))];
  }
  return result;
}

function sampleMasks(choices: number): Uint16Array {
  const all = (1 << choices) - 1;
  const masks = new Uint16Array(SAMPLES);
  let count = 0;
  const add = (mask: number, bit: number): void => {
    masks[count++] = mask & ~(1 << bit);
    masks[count++] = mask | (1 << bit);
  };
  // None, all, each choice alone, and all but each.
  for (let bit = 0; bit < choices; bit++) {
    add(0, bit);
    add(all, bit);
  }
  const random = mulberry32(SEED);
  while (count < SAMPLES) {
    // Mixed densities: with even odds, selections of very few or nearly all
    // choices, where rules usually change their mind, would hardly occur.
    const density = random();
    let mask = 0;
    for (let bit = 0; bit < choices; bit++) {
      if (random() < density) {
        mask |= 1 << bit;
      }
    }
    add(mask, Math.floor(random() * choices));
  }
  return masks;
}

/** A small seeded generator of numbers in [0, 1), so that samples repeat. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
