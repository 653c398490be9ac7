// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Command, Option } from 'commander';
import type { RebuildLine } from '@ml-lens/backstage-plugin-ml-lens-common';
import { type BackendOptions, connect, withBackend } from '../backend';
import { displayName, readInput, writeOutput } from '../files';
import { count } from '../output/problems';
import { reportingProblems } from '../output/reportProblems';

interface ImportOptions extends BackendOptions {
  format: 'ml-lens' | 'aws';
  workload?: string;
  lens?: string;
  at?: string;
}

async function importHistory(file: string, options: ImportOptions) {
  const call = connect(options);
  const { format, workload, lens, at } = options;
  const rawBody = (await readInput(file)).toString('utf8');
  const { events, workloads, reviews, warnings } = await reportingProblems(
    displayName(file),
    () =>
      call('importHistory', { rawBody, query: { format, workload, lens, at } }),
  );
  warnings?.forEach(warning => process.stderr.write(`Warning: ${warning}\n`));
  process.stdout.write(
    `Imported ${count(events, 'event')} of ${count(
      workloads,
      'workload',
    )} and ${count(reviews, 'review')}\n`,
  );
}

async function exportHistory(
  workloadId: string,
  options: BackendOptions & { output?: string },
) {
  const call = connect(options);
  const response = await call('exportHistory', { path: { workloadId } });
  await writeOutput(response.body, options.output);
}

async function rebuildHistory(
  options: BackendOptions & { workload?: string; after?: string },
) {
  const call = connect(options);
  const { workload, after } = options;
  const { body } = await call('rebuildProjections', {
    query: { workload, after },
  });
  const counts = { reviews: 0, differed: 0, failed: 0 };
  let last = after;
  try {
    for await (const line of linesOf(body)) {
      const { review, differed, error } = JSON.parse(line) as RebuildLine;
      last = review;
      counts.reviews += 1;
      if (error) {
        counts.failed += 1;
        process.stderr.write(`${review}: ${error.message}\n`);
      } else if (differed) {
        counts.differed += 1;
        process.stdout.write(`${review} differed\n`);
      }
    }
  } catch {
    throw new Error(
      `The rebuild broke off${
        last === undefined ? '' : ` after ${last}; go on with --after ${last}`
      }`,
    );
  }
  process.stdout.write(
    `Rebuilt ${count(counts.reviews - counts.failed, 'review')}, ${
      counts.differed
    } of them differed\n`,
  );
  if (counts.failed > 0) {
    throw new Error(`${count(counts.failed, 'review')} could not be rebuilt`);
  }
}

/** The lines of a stream as they come; an unfinished last one is none. */
async function* linesOf(
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body ?? []) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== '') {
    throw new Error('The last line is not finished');
  }
}

/** Adds `ml-lens history …`. */
export function addHistoryCommands(program: Command): void {
  const history = program
    .command('history')
    .description('import and export the history of reviews');

  withBackend(
    history
      .command('import')
      .description(
        'import events (JSON Lines), or answers of the AWS Well-Architected Tool: all of them or none',
      )
      .argument('<file>', 'the history file; - reads standard input')
      .addOption(
        new Option(
          '--format <format>',
          'aws: what "aws wellarchitected get-answer" and "list-answers" print',
        )
          .choices(['ml-lens', 'aws'])
          .default('ml-lens'),
      )
      .option('--workload <id>', 'with --format aws: the workload')
      .option('--lens <id>', 'with --format aws: the lens')
      .option(
        '--at <instant>',
        'with --format aws: when it was answered; now unless told',
      ),
  ).action(importHistory);

  withBackend(
    history
      .command('export')
      .description('write the events of a workload as JSON Lines')
      .argument('<workload>', 'id of the workload')
      .option('-o, --output <file>', 'write to a file'),
  ).action(exportHistory);

  withBackend(
    history
      .command('rebuild')
      .description('make scorecards and timelines anew from the events')
      .option('--workload <id>', 'only the reviews of this workload')
      .option(
        '--after <review>',
        'go on after this review (<workload>/<lens>), where a rebuild broke off',
      ),
  ).action(rebuildHistory);
}
