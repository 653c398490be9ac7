// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Command } from 'commander';
import { type BackendOptions, connect, withBackend } from '../backend';
import { count } from '../output/problems';

interface ModelVersionOptions extends BackendOptions {
  workload: string;
  source: string;
  name: string;
  /** Not `version`, which every command has. */
  modelVersion: string;
  at?: string;
}

async function postModelVersion(options: ModelVersionOptions) {
  const call = connect(options);
  const report = await call('reportModelVersion', {
    path: { workloadId: options.workload },
    body: {
      source: options.source,
      name: options.name,
      version: options.modelVersion,
      at: options.at,
    },
  });
  const what = `${report.name} ${report.version}`;
  if (report.known) {
    process.stdout.write(`${what} was reported before; nothing changed\n`);
    return;
  }
  const questions = report.toConfirm.flatMap(({ questionIds }) => questionIds);
  const answers = count(questions.length, 'answer');
  process.stdout.write(`Reported ${what}: ${answers} to confirm\n`);
  for (const { lens, questionIds } of report.toConfirm) {
    process.stdout.write(`  ${lens}: ${questionIds.join(', ')}\n`);
  }
}

/** Adds `ml-lens model-version …`. */
export function addModelVersionCommands(program: Command): void {
  const modelVersion = program
    .command('model-version')
    .description('versions of the models a workload serves');

  withBackend(
    modelVersion
      .command('post')
      .description(
        'report a new version of a model; answers it puts in doubt are to be confirmed',
      )
      .requiredOption('--workload <id>', 'the workload')
      .requiredOption('--source <name>', 'where the model is registered')
      .requiredOption('--name <name>', 'name of the model there')
      .requiredOption('--model-version <version>', 'version of the model')
      .option('--at <instant>', 'when it came to be; now unless told'),
  ).action(postModelVersion);
}
