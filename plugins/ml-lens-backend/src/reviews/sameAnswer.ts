// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnswerState } from '@ml-lens/lens-model';
import { isDeepStrictEqual } from 'node:util';

/** Whether two answers say the same; the order of choices says nothing. */
export function sameAnswer(one: AnswerState, other: AnswerState): boolean {
  return isDeepStrictEqual(inOrder(one), inOrder(other));
}

function inOrder(state: AnswerState) {
  return JSON.parse(
    JSON.stringify({
      selectedChoices: [...state.selectedChoices].sort(),
      notApplicableChoices: [...state.notApplicableChoices].sort((a, b) =>
        a.choiceId < b.choiceId ? -1 : 1,
      ),
      notApplicable: state.notApplicable,
      notes: state.notes,
      evidence: state.evidence,
    }),
  );
}
