// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { styleText } from 'node:util';

/** A problem of a file as people see it; lines and columns count from 1. */
export interface Problem {
  /** `info`: nothing needs to be done. */
  severity: 'error' | 'warning' | 'info';
  code: string;
  message: string;
  line?: number;
  column?: number;
  /** JSON pointer, said where there is no line. */
  pointer?: string;
}

/** Colours where the output is a terminal that wants them (NO_COLOR). */
function paint(
  style: Parameters<typeof styleText>[0],
  text: string,
  stream: NodeJS.WriteStream,
): string {
  return styleText(style, text, { stream });
}

/** `1 error`, `2 errors`. */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** In the order of the file, errors first where several share a line. */
export function sortProblems(problems: Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      a.severity.localeCompare(b.severity),
  );
}

function placeOf({ line, column, pointer }: Problem): string {
  if (line === undefined) return pointer || '-';
  return column === undefined ? String(line) : `${line}:${column}`;
}

/** Places that are named of a problem that repeats. */
const MAX_PLACES = 12;

/** A problem, and where else a file has the same. */
interface Repeated {
  problem: Problem;
  others: Problem[];
}

/** What is said several times of a file is said once, where it first occurs. */
function joinRepeated(problems: readonly Problem[]): Repeated[] {
  const joined = new Map<string, Repeated>();
  for (const problem of problems) {
    const { severity, code, message } = problem;
    const key = JSON.stringify([severity, code, message]);
    const known = joined.get(key);
    if (known) {
      known.others.push(problem);
    } else {
      joined.set(key, { problem, others: [] });
    }
  }
  return [...joined.values()];
}

function othersText(others: readonly Problem[]): string {
  const named = others.slice(0, MAX_PLACES).map(placeOf).join(', ');
  const more = others.length - MAX_PLACES;
  return `${others.length} more: ${named}${
    more > 0 ? ` and ${more} others` : ''
  }`;
}

const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/**
 * The problems of a file as a block for people: its name, then a line per
 * problem with place, severity, message and code. What repeats is joined.
 */
export function formatProblems(
  file: string,
  problems: Problem[],
  stream: NodeJS.WriteStream = process.stdout,
): string {
  const joined = joinRepeated(problems);
  const places = joined.map(({ problem }) => placeOf(problem));
  const width = Math.max(...places.map(place => place.length));
  const lines = joined.map(({ problem, others }, index) => {
    const { severity, message, code } = problem;
    const [first, ...rest] = message.split('\n');
    const line = [
      ' ',
      paint('dim', places[index].padStart(width), stream),
      paint(COLOURS[severity], severity.padEnd(7), stream),
      first,
      paint('dim', code, stream),
    ].join('  ');
    // A condition with a caret under it, say: it stays as it is laid out.
    const indent = ' '.repeat(width + 14);
    return [
      line,
      ...rest.map(more => indent + more),
      ...(others.length > 0
        ? [indent + paint('dim', othersText(others), stream)]
        : []),
    ].join('\n');
  });
  return [paint('underline', file, stream), ...lines, ''].join('\n');
}

/**
 * A problem as a workflow command of GitHub Actions, which shows it beside the
 * line of a pull request.
 */
export function formatGithub(file: string, problem: Problem): string {
  const { severity, code, message, line, column: col } = problem;
  const kind = severity === 'info' ? 'notice' : severity;
  return formatGithubLine(kind, code, message, { file, line, col });
}

/** A line of a workflow, about a place in a file where one is given. */
export function formatGithubLine(
  severity: 'error' | 'warning' | 'notice',
  title: string,
  message: string,
  place: { file?: string; line?: number; col?: number } = {},
): string {
  const properties = Object.entries({ ...place, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${severity} ${properties.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
