// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { z } from 'zod';
import type { HistoryProblem } from './HistoryProblem';
import { pathOfNul } from '../nulCharacter';
import { describeIssue, nulComplaint, type Complaint } from './issues';
import type { HistoryLine } from './HistoryLine';
import { HISTORY_LINE_TYPES, historyLineSchema } from './schema';

/**
 * A line of a history file that can be used as it stands.
 * @public
 */
export interface ParsedHistoryLine {
  /** 1-based line of the file. */
  line: number;
  value: HistoryLine;
}

/**
 * The lines of a history file and everything wrong with it.
 * @public
 */
export interface ParsedHistory {
  lines: ParsedHistoryLine[];
  problems: HistoryProblem[];
}

/**
 * Reads a history file: JSON Lines, UTF-8, with or without a byte order mark,
 * either line ending; blank lines are skipped. Never throws: what is wrong with
 * a line is named with the line, one problem per mistake.
 *
 * Codes: `INVALID_JSON`, `NOT_AN_OBJECT`, `UNKNOWN_TYPE`, `UNKNOWN_FIELD`,
 * `MISSING_FIELD` and `INVALID_FIELD`. Whether the lines are in order of time
 * is asked of {@link linesOutOfOrder}, once every bad line is known.
 *
 * @public
 */
export function parseHistory(text: string): ParsedHistory {
  const lines: ParsedHistoryLine[] = [];
  const problems: HistoryProblem[] = [];

  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((source, index) => {
      const line = index + 1;
      if (source.trim() === '') {
        return;
      }
      const value = parseLine(source, line, problems);
      if (value) {
        lines.push({ line, value });
      }
    });
  return { lines, problems };
}

/**
 * One event as a line of a history file, without the line break.
 * @public
 */
export function formatHistoryLine(value: HistoryLine): string {
  return JSON.stringify(value);
}

function parseLine(
  source: string,
  line: number,
  problems: HistoryProblem[],
): HistoryLine | undefined {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (error) {
    problems.push({
      line,
      code: 'INVALID_JSON',
      message: `is not JSON: ${(error as Error).message}`,
    });
    return undefined;
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    problems.push({
      line,
      code: 'NOT_AN_OBJECT',
      message: 'must be a JSON object with a "type"',
    });
    return undefined;
  }
  const nul = pathOfNul(json);
  if (nul) {
    problems.push({ line, ...nulComplaint(nul) });
    return undefined;
  }
  const result = historyLineSchema.safeParse(json);
  if (!result.success) {
    problems.push(
      ...result.error.issues.map(issue => ({
        line,
        ...describe(issue, json),
      })),
    );
    return undefined;
  }
  return result.data;
}

function describe(issue: z.core.$ZodIssue, json: unknown): Complaint {
  if (issue.code === 'invalid_union' && issue.path.join('.') === 'type') {
    return {
      code: 'UNKNOWN_TYPE',
      message: `type must be one of ${HISTORY_LINE_TYPES.join(', ')}`,
    };
  }
  return describeIssue(issue, json);
}
