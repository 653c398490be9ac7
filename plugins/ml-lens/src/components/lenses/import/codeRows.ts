// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensProblem } from '@ml-lens/lens-model';

/** A problem with how bad it is. */
export interface FoundProblem extends LensProblem {
  severity: 'error' | 'warning';
}

/** A line of the file, or a problem under its line. */
export type CodeRow =
  | { kind: 'line'; number: number; text: string; worst?: 'error' | 'warning' }
  | { kind: 'problem'; problem: FoundProblem };

/** What is shown of a line; minified files have lines of 200,000 characters. */
const LONGEST_SHOWN = 1_000;

/** Errors and warnings in the order of the file, errors first on one line. */
export function orderProblems(
  errors: LensProblem[],
  warnings: LensProblem[],
): FoundProblem[] {
  return [
    ...errors.map(problem => ({ ...problem, severity: 'error' as const })),
    ...warnings.map(problem => ({ ...problem, severity: 'warning' as const })),
  ].sort(
    (a, b) =>
      (a.line ?? 0) - (b.line ?? 0) ||
      Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

/**
 * The lines of a text with each problem under its line; problems of the whole
 * file come first.
 */
export function codeRows(
  text: string,
  problems: readonly FoundProblem[],
): CodeRow[] {
  const byLine = Map.groupBy(problems, problem => problem.line ?? 0);
  const under = (line: number): CodeRow[] =>
    (byLine.get(line) ?? []).map(problem => ({ kind: 'problem', problem }));
  const rows = under(0);
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const number = index + 1;
    const here = byLine.get(number);
    rows.push({
      kind: 'line',
      number,
      text: shortened(line, here?.[0].column),
      ...(here && {
        worst: here.some(({ severity }) => severity === 'error')
          ? 'error'
          : 'warning',
      }),
    });
    rows.push(...under(number));
  });
  return rows;
}

/** A line cut around the column that matters. */
function shortened(line: string, column = 1): string {
  if (line.length <= LONGEST_SHOWN) return line;
  const start = Math.max(0, Math.min(column - 80, line.length - LONGEST_SHOWN));
  const end = start + LONGEST_SHOWN;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${
    end < line.length ? '…' : ''
  }`;
}
