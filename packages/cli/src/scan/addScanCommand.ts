// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { stat } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { isRepository, visibleText } from '@ml-lens/lens-model/proposals';
import { parse } from 'yaml';
import { type BackendOptions, connect, withBackend } from '../backend';
import { CliError } from '../errors';
import { displayName, readInput } from '../files';
import { count } from '../output/problems';
import type { Finding } from './findings';
import { originOf } from './git';
import { BUILTIN_RULES } from './rules/builtin';
import { checkRules, type ScanRules } from './rules/ScanRules';
import { proposalsOf, scan } from './scan';

interface ScanOptions extends BackendOptions {
  lens: string;
  rules?: string;
  workload?: string;
  repo?: string;
  commit?: string;
  post?: boolean;
  dryRun?: boolean;
  format: 'text' | 'json';
}

async function rulesOf({ lens, rules }: ScanOptions): Promise<ScanRules> {
  if (rules !== undefined) {
    const text = (await readInput(rules)).toString('utf8');
    let given: unknown;
    try {
      given = parse(text);
    } catch (error) {
      throw new CliError(
        `${displayName(rules)} is no YAML: ${(error as Error).message}`,
      );
    }
    return checkRules(given, displayName(rules));
  }
  const builtin = BUILTIN_RULES.find(each => each.lens === lens);
  if (!builtin) {
    const known = BUILTIN_RULES.map(each => each.lens).join(', ');
    throw new CliError(
      `There are no rules for the lens "${lens}", only for ${known}. --rules names a file of yours.`,
    );
  }
  return builtin;
}

function report(findings: readonly Finding[], format: ScanOptions['format']) {
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ findings }, null, 2)}\n`);
    return;
  }
  for (const { question, choice, note, confidence, shownBy } of findings) {
    const sure = `${Math.round(100 * confidence)} % sure`;
    process.stdout.write(`${question} ${choice}  ${note} (${sure})\n`);
    for (const { path, line, quote } of shownBy) {
      process.stdout.write(
        `    ${visibleText(path)}:${line}  ${visibleText(quote)}\n`,
      );
    }
  }
}

async function post(
  folder: string,
  lensId: string,
  findings: readonly Finding[],
  options: ScanOptions,
) {
  const { workload: workloadId } = options;
  if (!workloadId) throw new CliError('--post needs --workload.');
  const origin = await originOf(folder);
  const repo = options.repo ?? origin.repo;
  const commit = options.commit ?? origin.commit;
  if (!repo || !commit) {
    throw new CliError(
      'git does not say which repository and commit this is: give --repo and --commit.',
    );
  }
  if (!isRepository(repo)) {
    throw new CliError(
      `"${repo}" is no repository: owner/name, host/owner/name or an http(s) address.`,
    );
  }
  const call = connect(options);
  const path = { workloadId, lensId };
  const { answers } = await call('getReview', { path });
  const proposals = proposalsOf(findings, answers, { repo, commit });
  if (proposals.length === 0) {
    process.stderr.write('Nothing to propose: the answers say it already.\n');
    return;
  }
  const { created } = await call('proposeAnswers', {
    path,
    body: { proposals },
  });
  const again = proposals.length - created;
  process.stderr.write(
    `Proposed ${created} answers${
      again > 0 ? `; ${again} were proposed before` : ''
    }. Somebody has to decide on them.\n`,
  );
}

async function runScan(folder: string, options: ScanOptions) {
  const isFolder = await stat(folder).then(
    found => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new CliError(`${folder} is no folder.`);
  const rules = await rulesOf(options);
  const { findings, files, isCut } = await scan(folder, rules);
  report(findings, options.format);
  process.stderr.write(
    `${count(findings.length, 'practice')} of ${rules.lens} shown by ${count(
      files,
      'file',
    )}${isCut ? ', of more than were looked at' : ''}.\n`,
  );
  if (options.post && !options.dryRun) {
    await post(folder, rules.lens, findings, options);
  }
}

/** Adds `ml-lens scan`. */
export function addScanCommand(program: Command): void {
  withBackend(
    program
      .command('scan <folder>')
      .description(
        'look in a repository for practices that are in place, and propose them; nothing in it is run',
      )
      .option('--lens <id>', 'the lens of the review', 'aws-ml-lens')
      .option('--rules <file>', 'rules of your own, YAML; - for standard input')
      .option('--post', 'propose what was found; a person decides')
      .option('--dry-run', 'only look, also with --post')
      .option('--workload <id>', 'with --post: the workload')
      .option('--repo <name>', 'with --post: host/owner/name; git says it else')
      .option('--commit <hash>', 'with --post: the commit; git says it else')
      .addOption(
        new Option('--format <format>', 'how findings are written')
          .choices(['text', 'json'])
          .default('text'),
      ),
  ).action(runScan);
}
