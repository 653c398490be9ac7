// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { HistoryProblem } from './HistoryProblem';
import type { ParsedHistoryLine } from './parse';
import type { HistoryLine } from './HistoryLine';

/**
 * Names the lines that are earlier than the one before them of the same review
 * (`OUT_OF_ORDER`). What a bad line says of the time does not count: good lines
 * behind it are in order by themselves.
 *
 * @param lines - in the order of the file
 * @param problems - what is wrong with the file apart from the order
 * @public
 */
export function linesOutOfOrder(
  lines: readonly ParsedHistoryLine[],
  problems: readonly HistoryProblem[],
): HistoryProblem[] {
  const bad = new Set(problems.map(({ line }) => line));
  const last = new Map<string, { at: string; line: number }>();
  return lines.flatMap(({ line, value }) => {
    const key = seriesOf(value);
    const previous = last.get(key);
    if (previous && value.at < previous.at) {
      return {
        line,
        code: 'OUT_OF_ORDER',
        message: `at ${value.at} is earlier than ${previous.at} on line ${previous.line} of the same review; put the lines of a review in order of time`,
      };
    }
    if (!bad.has(line)) {
      last.set(key, { at: value.at, line });
    }
    return [];
  });
}

/** What must be in order of time among itself. */
function seriesOf(value: HistoryLine): string {
  return 'lens' in value
    ? JSON.stringify([value.workload, value.lens])
    : JSON.stringify([value.workload]);
}
