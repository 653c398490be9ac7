import type { z } from 'zod';
import type { HistoryProblem } from '../contract/history';
import { describeIssue, type Complaint } from './issues';
import { historyLineSchema, type HistoryLine } from './schema';

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
 * `MISSING_FIELD`, `INVALID_FIELD`, and `OUT_OF_ORDER` for an event that is
 * earlier than the one before it of the same review.
 *
 * @public
 */
export function parseHistory(text: string): ParsedHistory {
  const lines: ParsedHistoryLine[] = [];
  const problems: HistoryProblem[] = [];
  const last = new Map<string, { at: string; line: number }>();

  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((source, index) => {
      const line = index + 1;
      if (source.trim() === '') {
        return;
      }
      const value = parseLine(source, line, problems);
      if (!value) {
        return;
      }
      const key = seriesOf(value);
      const previous = last.get(key);
      if (previous && value.at < previous.at) {
        problems.push({
          line,
          code: 'OUT_OF_ORDER',
          message: `at ${value.at} is earlier than ${previous.at} on line ${previous.line} of the same review; put the lines of a review in order of time`,
        });
        return;
      }
      last.set(key, { at: value.at, line });
      lines.push({ line, value });
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

/** What must be in order of time among itself. */
function seriesOf(value: HistoryLine): string {
  return 'lens' in value
    ? JSON.stringify([value.workload, value.lens])
    : JSON.stringify([value.workload]);
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
    const types = historyLineSchema.options.map(
      option => option.shape.type.value,
    );
    return {
      code: 'UNKNOWN_TYPE',
      message: `type must be one of ${types.join(', ')}`,
    };
  }
  return describeIssue(issue, json);
}
