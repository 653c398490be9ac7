// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { HistoryProblem, ParsedHistoryLine } from '@ml-lens/lens-model';

/** What has not happened yet cannot be history. */
export function futureLines(
  lines: readonly ParsedHistoryLine[],
  present: string,
): HistoryProblem[] {
  const latest = Date.parse(present);
  return lines
    .filter(({ value }) => Date.parse(value.at) > latest)
    .map(({ line, value }) => ({
      line,
      code: 'IN_FUTURE',
      message: `at ${value.at} is in the future; it is ${present} now`,
    }));
}
