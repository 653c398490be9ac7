// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { HistoryProblem } from '@ml-lens/lens-model';
import { ErrorWithBody } from '../errors';

/** What the `line` of a problem counts: an AWS file has documents. */
export type HistoryUnit = 'line' | 'document';

/** A history file that cannot be imported, with everything wrong in it. */
export class HistoryImportError extends ErrorWithBody {
  /** In the order of the lines. */
  readonly problems: HistoryProblem[];

  constructor(problems: readonly HistoryProblem[], unit: HistoryUnit = 'line') {
    const sorted = [...problems].sort((a, b) => a.line - b.line);
    const lines = new Set(sorted.map(({ line }) => line)).size;
    super({
      name: 'InputError',
      statusCode: 400,
      message: `Nothing was imported: ${lines} ${
        lines === 1 ? unit : `${unit}s`
      } cannot be used, the first is ${unit} ${sorted[0].line}: ${
        sorted[0].message
      }`,
      body: { problems: sorted },
    });
    this.problems = sorted;
  }
}
