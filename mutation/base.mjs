// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What all mutation tests share. They break a line at a time and ask whether a
// test notices; see "Mutation tests" in CONTRIBUTING.md.
import path from 'node:path';

const here = import.meta.dirname;
const kept = path.resolve(here, '../.cache/mutation');

/**
 * @param {object} part
 * @param {string} part.name - names its report, in `.cache/mutation`
 * @param {string[]} part.mutate - files to break lines of, by the package's folder
 * @param {string[]} part.tests - files of tests that are asked
 * @param {number} part.floor - the score in percent below which it fails
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export const mutationTests = ({ name, mutate, tests, floor }) => ({
  mutate: [...mutate, '!src/**/*.test.ts', '!src/**/__testUtils__/**'],
  testRunner: 'mocha',
  mochaOptions: {
    spec: tests,
    require: [
      path.join(here, 'typescript.cjs'),
      path.join(here, 'jestWords.cjs'),
      path.join(here, 'fewRuns.cjs'),
    ],
  },
  coverageAnalysis: 'perTest',
  // What is worked out once, when a file is loaded, can only be switched in a
  // process of its own, each of which takes seconds to start.
  ignoreStatic: true,
  plugins: ['@stryker-mutator/mocha-runner', path.join(here, 'sentences.mjs')],
  ignorers: ['sentences'],
  incremental: true,
  incrementalFile: path.join(kept, `${name}.incremental.json`),
  tempDirName: path.join(kept, name),
  reporters: ['clear-text', 'html', 'json'],
  htmlReporter: { fileName: path.join(kept, `${name}.html`) },
  jsonReporter: { fileName: path.join(kept, `${name}.json`) },
  clearTextReporter: { logTests: false, allowColor: false },
  thresholds: { high: 95, low: 90, break: floor },
  concurrency: 2,
  timeoutMS: 5_000,
  disableTypeChecks: false,
});
