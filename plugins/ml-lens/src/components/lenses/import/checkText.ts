// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type LensProblem, countLens, parseLens } from '@ml-lens/lens-model';

/** What the browser finds in a lens file before the server is asked. */
export interface LocalCheck {
  counts?: ReturnType<typeof countLens>;
  errors: LensProblem[];
  warnings: LensProblem[];
}

/** Parses and checks a file; loaded on demand, with the parsers it needs. */
export function checkText(text: string | Uint8Array): LocalCheck {
  const { document, errors, warnings } = parseLens(text);
  return {
    errors,
    warnings,
    ...(document && { counts: countLens(document) }),
  };
}
