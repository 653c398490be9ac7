// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type LensProblem, countLens, parseLens } from '@ml-lens/lens-model';
import { CliError } from '../errors';
import { displayName, readInput } from '../files';
import {
  type Problem,
  count,
  formatGithub,
  formatProblems,
  sortProblems,
} from '../output/problems';

export interface ValidateOptions {
  format: 'text' | 'json' | 'github';
  maxWarnings?: number;
}

/** What was found in one file. */
interface CheckedFile {
  file: string;
  errors: LensProblem[];
  warnings: LensProblem[];
  counts?: ReturnType<typeof countLens>;
}

async function check(path: string): Promise<CheckedFile> {
  const file = displayName(path);
  let bytes: Buffer;
  try {
    bytes = await readInput(path);
  } catch (error) {
    // One unreadable file is a problem of that file; the others are checked.
    const { message } = error as Error;
    const problem = { pointer: '', code: 'UNREADABLE', message };
    return { file, errors: [problem], warnings: [] };
  }
  const { document, errors, warnings } = parseLens(bytes);
  return {
    file,
    errors,
    warnings,
    ...(document && { counts: countLens(document) }),
  };
}

function problemsOf({ errors, warnings }: CheckedFile): Problem[] {
  return sortProblems([
    ...errors.map(problem => ({ ...problem, severity: 'error' as const })),
    ...warnings.map(problem => ({
      ...problem,
      severity: problem.information ? ('info' as const) : ('warning' as const),
    })),
  ]);
}

function textOf(checked: CheckedFile): string {
  const problems = problemsOf(checked);
  const block =
    problems.length > 0 ? formatProblems(checked.file, problems) : '';
  if (!checked.counts) return block;
  const { pillars, questions, choices } = checked.counts;
  const held = [
    count(pillars, 'pillar'),
    count(questions, 'question'),
    count(choices, 'choice'),
  ].join(', ');
  return `${block}${checked.file}: can be imported (${held})\n`;
}

function print(results: CheckedFile[], format: ValidateOptions['format']) {
  const errors = results.reduce((sum, one) => sum + one.errors.length, 0);
  const all = results.flatMap(one => one.warnings);
  const information = all.filter(problem => problem.information).length;
  const warnings = all.length - information;
  const out: string[] = [];
  if (format === 'json') {
    const files = results.map(one => ({
      file: one.file,
      valid: one.errors.length === 0,
      ...(one.counts && { counts: one.counts }),
      errors: one.errors,
      warnings: one.warnings,
    }));
    out.push(
      `${JSON.stringify({ errors, warnings, information, files }, null, 2)}\n`,
    );
  } else if (format === 'github') {
    for (const one of results) {
      out.push(
        ...problemsOf(one).map(found => `${formatGithub(one.file, found)}\n`),
      );
    }
  } else {
    out.push(...results.map(textOf));
    out.push(
      `${count(results.length, 'file')}: ${count(errors, 'error')}, ${count(
        warnings,
        'warning',
      )}${information > 0 ? `, ${information} for information` : ''}\n`,
    );
  }
  process.stdout.write(out.join(''));
  return { errors, warnings };
}

/**
 * Checks lens files and prints every problem with its line.
 *
 * @throws CliError when a file has errors, or when there are more warnings
 *   than allowed
 */
export async function validate(
  files: string[],
  options: ValidateOptions,
): Promise<void> {
  const { format, maxWarnings = Infinity } = options;
  const results: CheckedFile[] = [];
  for (const file of files) {
    results.push(await check(file));
  }
  const { errors, warnings } = print(results, format);
  if (errors > 0) {
    throw new CliError('Files have errors', { isReported: true });
  }
  if (warnings > maxWarnings) {
    throw new CliError(
      `${count(warnings, 'warning')}, where at most ${maxWarnings} may be`,
    );
  }
}
