// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Runs files of tests one after another and counts.
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/**
 * @param files paths of test files
 * @param timeout of a file, in milliseconds
 * @returns how many tests passed and failed
 */
export async function runFiles(files, { timeout }) {
  const counts = { passed: 0, failed: 0 };
  const stream = run({ files, concurrency: 1, timeout });
  const isLeaf = event =>
    event.details?.type !== 'suite' && !files.includes(event.name);
  stream.on('test:pass', event => isLeaf(event) && counts.passed++);
  stream.on('test:fail', event => isLeaf(event) && counts.failed++);
  stream.compose(spec).pipe(process.stdout);
  await new Promise(resolve => stream.on('close', resolve).on('end', resolve));
  return counts;
}

/** Prints the line that .ci/run reads, and returns the exit code. */
export function report({ passed, failed }) {
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
