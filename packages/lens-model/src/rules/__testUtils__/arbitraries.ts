// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { RuleNode } from '../node';

/** Conditions over a few choices; ids that are easily taken for something else. */
export const AWKWARD_IDS = [
  'a',
  '1a',
  '42',
  '_',
  'true',
  'this',
  'constructor',
];

/** Any condition but `default`, over the given ids. */
export function conditionOver(ids: readonly string[]): fc.Arbitrary<RuleNode> {
  return fc.letrec<{ node: RuleNode }>(tie => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...ids).map((id): RuleNode => ({ type: 'choice', id })),
      tie('node').map((operand): RuleNode => ({ type: 'not', operand })),
      fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          tie('node'),
          tie('node'),
        )
        .map(([type, left, right]): RuleNode => ({ type, left, right })),
    ),
  })).node;
}
