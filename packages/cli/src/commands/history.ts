import type { Command } from 'commander';
import { type BackendOptions, createClient, withBackend } from '../backend';
import { displayName, readInput, writeOutput } from '../files';
import { count } from '../output/problems';
import { reportingProblems } from '../output/reportProblems';

async function importHistory(file: string, options: BackendOptions) {
  const { client, auth } = createClient(options);
  const rawBody = (await readInput(file)).toString('utf8');
  const { events, workloads, reviews } = await reportingProblems(
    displayName(file),
    () => client.call('importHistory', { rawBody }, auth),
  );
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

/** Adds `ml-lens history …`. */
export function addHistoryCommands(program: Command): void {
  const history = program
    .command('history')
    .description('import and export the history of reviews');

  withBackend(
    history
      .command('import')
      .description('import events (JSON Lines): all of them or none')
      .argument('<file>', 'the history file; - reads standard input'),
  ).action(importHistory);

  withBackend(
    history
      .command('export')
      .description('write the events of a workload as JSON Lines')
      .argument('<workload>', 'id of the workload')
      .option('-o, --output <file>', 'write to a file'),
  ).action(exportHistory);
}
