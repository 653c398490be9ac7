// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type AnswerState, emptyAnswerState } from '@ml-lens/lens-model';
import { stateChange } from './stateChange';

const state = (part: Partial<AnswerState>): AnswerState => ({
  ...emptyAnswerState(),
  ...part,
});

const NOTHING = {
  selected: [],
  deselected: [],
  marked: [],
  unmarked: [],
  question: null,
  evidenceAdded: [],
  evidenceRemoved: [],
};

describe('stateChange', () => {
  it('says what was selected and deselected', () => {
    expect(
      stateChange(
        state({ selectedChoices: ['a', 'b'] }),
        state({ selectedChoices: ['b', 'c'] }),
      ),
    ).toEqual({ ...NOTHING, selected: ['c'], deselected: ['a'] });
  });

  it('takes nothing for an empty answer, on both sides', () => {
    const given = state({ selectedChoices: ['a'], notes: 'Why' });
    expect(stateChange(null, given)).toEqual({
      ...NOTHING,
      selected: ['a'],
      notes: { before: '', after: 'Why' },
    });
    expect(stateChange(given, undefined)).toEqual({
      ...NOTHING,
      deselected: ['a'],
      notes: { before: 'Why', after: '' },
    });
  });

  it('finds a choice not applicable, again, and for another reason', () => {
    const outOfScope = { choiceId: 'a', reason: 'OUT_OF_SCOPE' } as const;
    const other = { choiceId: 'a', reason: 'OTHER', notes: 'Later' } as const;
    const one = state({ notApplicableChoices: [outOfScope] });
    expect(stateChange(null, one).marked).toEqual([outOfScope]);
    expect(stateChange(one, null).unmarked).toEqual(['a']);
    const changed = stateChange(one, state({ notApplicableChoices: [other] }));
    expect([changed.marked, changed.unmarked]).toEqual([[other], []]);
  });

  it('finds the whole question not applicable, and applying again', () => {
    const moot = state({ notApplicable: { reason: 'OTHER' } });
    expect(stateChange(null, moot).question).toEqual({ reason: 'OTHER' });
    expect(stateChange(moot, null).question).toBe('applies');
    expect(stateChange(moot, moot)).toEqual(NOTHING);
  });

  it('compares evidence by what it says', () => {
    const link = { title: 'Plan', url: 'https://example.com/plan' };
    const withId = { ...link, id: 'x' };
    expect(
      stateChange(state({ evidence: [link] }), state({ evidence: [withId] })),
    ).toEqual(NOTHING);
    expect(
      stateChange(state({ evidence: [link] }), null).evidenceRemoved,
    ).toEqual([link]);
  });
});
