// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { type Command, Option } from 'commander';
import { type BackendOptions, connect, withBackend } from '../backend';
import { writeOutput } from '../files';
import { scorecardsCsv } from '../output/scorecardsCsv';

const LARGEST_PAGE = 100;

/** Filters of the list, each may be given several times: any of them. */
const FILTERS = [
  'lens',
  'owner',
  'system',
  'domain',
  'lifecycle',
  'level',
  'tag',
  'workload',
] as const;

type Filters = { [K in (typeof FILTERS)[number]]?: string[] };

interface ScorecardOptions extends BackendOptions, Filters {
  q?: string;
  at?: string;
  sort?: string;
  format: 'csv' | 'json';
  output?: string;
}

/** Every row the caller may see, page by page. */
async function allRows(options: ScorecardOptions): Promise<OrgRow[]> {
  const call = connect(options);
  const { q, at, sort } = options;
  const filters = Object.fromEntries(
    FILTERS.map(name => [name, options[name]]),
  );
  const rows: OrgRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await call('queryScorecards', {
      query: { ...filters, q, at, sort, cursor, limit: LARGEST_PAGE },
    });
    rows.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return rows;
}

async function exportScorecards(options: ScorecardOptions) {
  const rows = await allRows(options);
  await writeOutput(
    options.format === 'json'
      ? `${JSON.stringify(rows, null, 2)}\n`
      : scorecardsCsv(rows),
    options.output,
  );
}

function collect(value: string, before: string[] = []) {
  return [...before, value];
}

/** Adds `ml-lens scorecards …`. */
export function addScorecardCommands(program: Command): void {
  const scorecards = program
    .command('scorecards')
    .description('scorecards across the organisation');

  const command = scorecards
    .command('export')
    .description('write the scorecards you may see as CSV or JSON')
    .addOption(
      new Option('--format <format>', 'format of the output')
        .choices(['csv', 'json'])
        .default('csv'),
    )
    .option('-o, --output <file>', 'write to a file')
    .option('--q <text>', 'only workloads with this in title or id')
    .option('--at <instant>', 'as they were then, e.g. 2026-03-31T00:00:00Z')
    .option('--sort <field>', 'e.g. score, or -score for descending');
  for (const name of FILTERS) {
    command.option(
      `--${name} <value>`,
      `only this ${name}; give it again for more`,
      collect,
    );
  }
  withBackend(command).action(exportScorecards);
}
