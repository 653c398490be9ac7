// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { lensJsonSchema } from '@ml-lens/lens-model';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type BackendOptions, connect, withBackend } from '../backend';
import { displayName, readInput, writeOutput } from '../files';
import { count } from '../output/problems';
import { reportingProblems } from '../output/reportProblems';
import { type ValidateOptions, validate } from './validate';

interface ImportOptions extends BackendOptions {
  lensId?: string;
  lensVersion?: string;
  publish?: boolean;
}

interface ExportOptions extends BackendOptions {
  version?: string;
  format: 'aws' | 'ml-lens';
  output?: string;
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) {
    throw new InvalidArgumentError('It must be a whole number.');
  }
  return Number(value);
}

async function importLens(file: string, options: ImportOptions) {
  const call = connect(options);
  const rawBody = (await readInput(file)).toString('utf8');
  const { lensId, version, counts, warnings } = await reportingProblems(
    displayName(file),
    () =>
      call('importLens', {
        query: { lensId: options.lensId, version: options.lensVersion },
        rawBody,
      }),
  );
  const held = [
    count(counts.pillars, 'pillar'),
    count(counts.questions, 'question'),
    count(counts.choices, 'choice'),
    count(warnings.length, 'warning'),
  ].join(', ');
  process.stdout.write(`Imported ${lensId} ${version} as a draft: ${held}\n`);
  if (options.publish) await publishLens(lensId, version, options);
}

async function publishLens(
  lensId: string,
  version: string,
  options: BackendOptions,
) {
  const call = connect(options);
  await call('publishLens', { path: { lensId, version } });
  process.stdout.write(`Published ${lensId} ${version}\n`);
}

async function exportLens(lensId: string, options: ExportOptions) {
  const call = connect(options);
  const { version, format, output } = options;
  const response = await call('exportLens', {
    path: { lensId },
    query: { version, format },
  });
  await writeOutput(response.body, output);
}

/** Adds `ml-lens lens …`. */
export function addLensCommands(program: Command): void {
  const lens = program
    .command('lens')
    .description('check, import, publish and export lenses');

  lens
    .command('validate')
    .description('check lens files without a backend; - reads standard input')
    .argument(
      '<file...>',
      'AWS custom lens (JSON) or ML Lens file (JSON, YAML)',
    )
    .addOption(
      new Option('--format <format>', 'how problems are said')
        .choices(['text', 'json', 'github'])
        .default('text'),
    )
    .option(
      '--max-warnings <number>',
      'fail when there are more warnings than this',
      wholeNumber,
    )
    .action((files: string[], options: ValidateOptions) =>
      validate(files, options),
    );

  lens
    .command('schema')
    .description('print the JSON Schema of lens files, for editors')
    .option('-o, --output <file>', 'write to a file')
    .action((options: { output?: string }) =>
      writeOutput(
        `${JSON.stringify(lensJsonSchema(), null, 2)}\n`,
        options.output,
      ),
    );

  withBackend(
    lens
      .command('import')
      .description('store a lens file as a draft')
      .argument('<file>', 'the lens file; - reads standard input')
      .option('--lens-id <id>', "id to store it under, instead of the file's")
      .option(
        '--lens-version <version>',
        "version to store it as, instead of the file's",
      )
      .option('--publish', 'publish the draft at once'),
  ).action(importLens);

  withBackend(
    lens
      .command('publish')
      .description(
        'make a draft usable in reviews; it cannot change afterwards',
      )
      .argument('<id>', 'id of the lens')
      .argument('<version>', 'version to publish'),
  ).action(publishLens);

  withBackend(
    lens
      .command('export')
      .description('write a lens as a file')
      .argument('<id>', 'id of the lens')
      .option('--version <version>', 'instead of the latest published one')
      .addOption(
        new Option('--format <format>', 'aws can be imported by AWS')
          .choices(['aws', 'ml-lens'])
          .default('ml-lens'),
      )
      .option('-o, --output <file>', 'write to a file'),
  ).action(exportLens);
}
