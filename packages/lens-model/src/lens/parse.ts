// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ProblemList } from './problems';
import { decodeLens } from './text/decode';
import { parseJsonText } from './text/json';
import { parseYamlText } from './text/yaml';
import type { ParsedLens } from './ParsedLens';
import { checkLens } from './validate/lens';

export type { ParsedLens };

/**
 * Reads a lens file: an AWS custom lens (JSON), or the ML Lens superset of it
 * in JSON or YAML. Never throws: every problem is listed at once, with its
 * JSON pointer, line and column.
 *
 * @param text - the file; bytes are taken as UTF-8
 * @param options - `format` says what the text is; found out unless told
 * @public
 */
export function parseLens(
  text: string | Uint8Array,
  options: { format?: 'json' | 'yaml' | 'auto' } = {},
): ParsedLens {
  const reading = new ProblemList();
  const source = decodeLens(text, reading);
  if (source === undefined) {
    return reading.result();
  }
  const { format = 'auto' } = options;
  const json =
    format === 'json' || (format === 'auto' && looksLikeJson(source));
  const parsed = json
    ? parseJsonText(source, reading)
    : parseYamlText(source, reading);
  if (!parsed) {
    return reading.result();
  }
  const problems = new ProblemList(parsed.locate);
  const document = checkLens(parsed.value, problems);
  const first = reading.result();
  const then = problems.result();
  return {
    ...(document && { document }),
    errors: [...first.errors, ...then.errors],
    warnings: [...first.warnings, ...then.warnings],
  };
}

/** Starts like a JSON object or list, or like a comment someone put before it. */
function looksLikeJson(text: string): boolean {
  return /^\s*(?:[{[]|\/[/*])/.test(text);
}
