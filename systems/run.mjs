// Tries the modules of models against real systems: an MLflow server filled by
// MLflow's own client, a Prometheus and an Alertmanager. Makes a Python
// environment of its own below .cache. Ends with `N passed, N failed`.
//
//   node systems/run.mjs [word …]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { report, runFiles } from '../e2e/lib/runner.mjs';

const folder = import.meta.dirname;
const words = process.argv.slice(2);
const venv = path.resolve(folder, '../.cache/systems');

/** The Python of the environment; nothing where it cannot be made. */
function python() {
  const binary = path.join(venv, 'bin/python');
  const done = path.join(venv, 'done');
  if (existsSync(done)) return binary;
  mkdirSync(path.dirname(venv), { recursive: true });
  const run = (command, ...args) =>
    spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  const made =
    run('python3', '-m', 'venv', venv) &&
    run(binary, '-m', 'pip', 'install', '--quiet', 'mlflow>=3,<4') &&
    run('touch', done);
  return made ? binary : undefined;
}

process.env.SYSTEMS_PYTHON = python() ?? '';
const files = readdirSync(folder)
  .filter(name => name.endsWith('.system.mjs'))
  .filter(name => words.length === 0 || words.some(w => name.includes(w)))
  .map(name => path.join(folder, name));
process.exit(report(await runFiles(files, { timeout: 8 * 60_000 })));
