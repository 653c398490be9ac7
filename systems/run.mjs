// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Tries the modules of models against real systems: an MLflow server filled by
// MLflow's own client, moto's server filled by boto3, a Prometheus and an
// Alertmanager. Makes a Python environment of its own below .cache. Ends with
// `N passed, N failed`.
//
//   node systems/run.mjs [--quick] [word …]      200 models or groups; 20
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { report, runFiles } from '../faults/lib/runner.mjs';

const folder = import.meta.dirname;
const isQuick = process.argv.includes('--quick');
const words = process.argv.slice(2).filter(word => word !== '--quick');
const venv = path.resolve(folder, '../.cache/systems');
const PACKAGES = ['mlflow>=3,<4', 'moto[server]>=5,<6', 'boto3'];

/** The Python of the environment; nothing where it cannot be made. */
function python() {
  const binary = path.join(venv, 'bin/python');
  const done = path.join(venv, 'done');
  const wanted = PACKAGES.join('\n');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return binary;
  mkdirSync(path.dirname(venv), { recursive: true });
  const run = (command, ...args) =>
    spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  const made =
    run('python3', '-m', 'venv', venv) &&
    run(binary, '-m', 'pip', 'install', '--quiet', ...PACKAGES);
  if (made) writeFileSync(done, wanted);
  return made ? binary : undefined;
}

process.env.SYSTEMS_PYTHON = python() ?? '';
if (isQuick) process.env.SYSTEMS_QUICK = 'true';
const files = readdirSync(folder)
  .filter(name => name.endsWith('.system.mjs'))
  .filter(name => words.length === 0 || words.some(w => name.includes(w)))
  .map(name => path.join(folder, name));
process.exit(
  report(await runFiles(files, { timeout: (isQuick ? 4 : 8) * 60_000 })),
);
