// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Runs the scenarios, one file after the other: `yarn faults [--short] [word …]`.
// Ends with `N passed, N failed`.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { report, runFiles } from './lib/runner.mjs';

const folder = import.meta.dirname;
const args = process.argv.slice(2);
const words = args.filter(arg => !arg.startsWith('--'));
const isShort = args.includes('--short');
if (isShort) {
  process.env.FAULTS_SHORT = '1';
}

/** Left out of the short form unless asked for: they take minutes. */
const LONG = [
  'backup.fault.mjs',
  'catalog.fault.mjs',
  'clock.fault.mjs',
  'events.fault.mjs',
  'versions.fault.mjs',
];

const files = readdirSync(folder)
  .filter(name => name.endsWith('.fault.mjs'))
  .filter(name =>
    words.length === 0
      ? !isShort || !LONG.includes(name)
      : words.some(w => name.includes(w)),
  )
  .map(name => path.join(folder, name));

process.exit(report(await runFiles(files, { timeout: 15 * 60_000 })));
