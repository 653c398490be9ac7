/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { choicesOf, RuleNode } from './node';

/** One bit per selection, 32 to a word. */
export type Bits = Uint32Array;

/**
 * A list of selections of a question's choices, and what a condition is worth
 * in each of them. Working on whole lists at once keeps the analysis of a full
 * lens (200 questions, thousands of selections each) within milliseconds.
 */
export interface Selections {
  /** Choice ids; bit `i` of a mask says whether `ids[i]` is selected. */
  ids: string[];
  /** One mask per selection. */
  masks: Uint16Array;
}

/** Above this many choices, selections are sampled instead of listed. */
export const EXHAUSTIVE_CHOICES = 12;
const SAMPLES = 4096;
const SEED = 0x5eed;

/**
 * Every selection of the given choices, or a fixed sample of them when there
 * are more than {@link EXHAUSTIVE_CHOICES}. The sample is the same every time
 * and holds none, all, each alone and all but each; and with every selection
 * `2k` a selection `2k + 1` that has one choice more.
 */
export function listSelections(ids: string[]): Selections {
  if (ids.length <= EXHAUSTIVE_CHOICES) {
    return {
      ids,
      masks: Uint16Array.from({ length: 1 << ids.length }, (_, i) => i),
    };
  }
  const all = (1 << ids.length) - 1;
  const masks = new Uint16Array(SAMPLES);
  let count = 0;
  const add = (mask: number, bit: number): void => {
    masks[count++] = mask & ~(1 << bit);
    masks[count++] = mask | (1 << bit);
  };
  for (let bit = 0; bit < ids.length; bit++) {
    add(0, bit);
    add(all, bit);
  }
  const random = mulberry32(SEED);
  while (count < SAMPLES) {
    // Mixed densities: with even odds, selections of very few or nearly all
    // choices, where rules usually change their mind, would hardly occur.
    const density = random();
    let mask = 0;
    for (let bit = 0; bit < ids.length; bit++) {
      if (random() < density) {
        mask |= 1 << bit;
      }
    }
    add(mask, Math.floor(random() * ids.length));
  }
  return { ids, masks };
}

/** Which selections make the condition true; unlisted choices are false. */
export function truthOf(node: RuleNode, selections: Selections): Bits {
  const size = Math.ceil(selections.masks.length / 32);
  const columns = new Map<string, Bits>();
  for (const id of choicesOf(node)) {
    const column = new Uint32Array(size);
    const bit = selections.ids.indexOf(id);
    if (bit >= 0) {
      selections.masks.forEach((mask, row) => {
        if (mask & (1 << bit)) {
          column[row >> 5] |= 1 << (row & 31);
        }
      });
    }
    columns.set(id, column);
  }
  const value = (part: RuleNode): Bits => {
    switch (part.type) {
      case 'default':
        return new Uint32Array(size).fill(0xffffffff);
      case 'choice':
        return columns.get(part.id)!;
      case 'not':
        return value(part.operand).map(word => ~word);
      default: {
        const left = value(part.left);
        const right = value(part.right);
        const result = new Uint32Array(size);
        for (let i = 0; i < size; i++) {
          result[i] =
            part.type === 'and' ? left[i] & right[i] : left[i] | right[i];
        }
        return result;
      }
    }
  };
  return value(node);
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
