import { type Command, Option } from 'commander';
import { type BackendOptions, createClient, withBackend } from '../backend';
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
  const { client, auth } = createClient(options);
  const { format, workload, lens, at } = options;
  const rawBody = (await readInput(file)).toString('utf8');
  const { events, workloads, reviews, warnings } = await reportingProblems(
    displayName(file),
    () =>
      client.call(
        'importHistory',
        { rawBody, query: { format, workload, lens, at } },
        auth,
      ),
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
  const { client, auth } = createClient(options);
  const response = await client.call(
    'exportHistory',
    { path: { workloadId } },
    auth,
  );
  await writeOutput(response.body, options.output);
}

async function rebuildHistory(options: BackendOptions & { workload?: string }) {
  const { client, auth } = createClient(options);
  const { reviews, differed } = await client.call(
    'rebuildProjections',
    { query: { workload: options.workload } },
    auth,
  );
  process.stdout.write(
    `Rebuilt ${count(reviews, 'review')}, ${
      differed.length
    } of them differed\n`,
  );
  differed.forEach(review => process.stdout.write(`  ${review}\n`));
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
      .option('--workload <id>', 'only the reviews of this workload'),
  ).action(rebuildHistory);
}
