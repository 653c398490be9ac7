/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
