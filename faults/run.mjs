// Runs the scenarios, one file after the other: `yarn faults [--short] [word …]`.
// Ends with `N passed, N failed`.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { report, runFiles } from '../e2e/lib/runner.mjs';

const folder = import.meta.dirname;
const args = process.argv.slice(2);
const words = args.filter(arg => !arg.startsWith('--'));
if (args.includes('--short')) {
  process.env.FAULTS_SHORT = '1';
}
const files = readdirSync(folder)
  .filter(name => name.endsWith('.fault.mjs'))
  .filter(name => words.length === 0 || words.some(w => name.includes(w)))
  .map(name => path.join(folder, name));

process.exit(report(await runFiles(files, { timeout: 5 * 60_000 })));
