// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// While lines are broken: the same random cases for each of them, fewer, and
// neither a search for the smallest that fails nor a report of it. Most broken
// lines fail in the first case.
const fc = require('fast-check');

const MAX_RUNS = 20;

const assert = (property, { numRuns = MAX_RUNS, ...others } = {}) =>
  fc.assert(property, {
    seed: 20_261_129,
    endOnFailure: true,
    reporter: ({ failed, errorInstance }) => {
      if (failed) throw errorInstance ?? new Error('A property does not hold');
    },
    ...others,
    numRuns: Math.min(numRuns, MAX_RUNS),
  });

// What fast-check exports is read-only: others are given a copy.
require.cache[require.resolve('fast-check')].exports = Object.defineProperty(
  { ...fc, assert, default: { ...fc.default, assert } },
  '__esModule',
  { value: true },
);
