// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type AnswerState, emptyAnswerState } from '@ml-lens/lens-model';
import { verbOf } from './eventWords';
import { stateChange } from './stateChange';

const state = (part: Partial<AnswerState>): AnswerState => ({
  ...emptyAnswerState(),
  ...part,
});
const verb = (before: unknown, after: unknown) =>
  verbOf({ before, after }, stateChange(before, after));

describe('verbOf', () => {
  const one = state({ selectedChoices: ['a'] });

  it.each([
    ['a first choice', null, one, 'answered'],
    ['a choice after a note', state({ notes: 'x' }), one, 'answered'],
    ['another choice', one, state({ selectedChoices: ['b'] }), 'changed'],
    ['no choice any more', one, state({}), 'cleared'],
    ['only a note', one, state({ ...one, notes: 'x' }), 'noted'],
    ['a note on nothing', null, state({ notes: 'x' }), 'noted'],
    [
      'the question left out',
      null,
      state({ notApplicable: { reason: 'OTHER' } }),
      'answered',
    ],
    [
      'a note and a choice',
      one,
      state({ selectedChoices: ['a', 'b'], notes: 'x' }),
      'changed',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(verb(before, after)).toBe(expected);
  });
});
