// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { answerOf, lensFixture, selected } from '../__testUtils__/lensFixture';
import type { AnswerState } from '../model';
import { checkAnswer, emptyAnswer } from './answers';

const question = lensFixture().question('q_one')!;
const notApplicable = (...ids: string[]) =>
  ids.map(choiceId => ({ choiceId, reason: 'OTHER' as const }));

describe('checkAnswer', () => {
  it.each<[string, AnswerState]>([
    ['nothing', selected()],
    ['a choice', selected('q_one_1')],
    ['none of these', answerOf('q_one', 'HIGH')],
    ['a question not applicable', answerOf('q_one', 'NOT_APPLICABLE')],
    [
      'one choice selected and another not applicable',
      {
        ...selected('q_one_1'),
        notApplicableChoices: notApplicable('q_one_2'),
      },
    ],
  ])('allows %s', (_, state) => {
    expect(checkAnswer(question, state)).toEqual([]);
  });

  it.each<[string, AnswerState, string, RegExp]>([
    [
      'a choice of another question',
      selected('q_one_1', 'q_two_1'),
      'selectedChoices.1',
      /no choice "q_two_1"/,
    ],
    [
      'a choice selected twice',
      selected('q_one_1', 'q_one_1'),
      'selectedChoices.1',
      /twice/,
    ],
    [
      'none of these with another',
      selected('q_one_1', 'q_one_no'),
      'selectedChoices.1',
      /none of these/,
    ],
    [
      'an unknown choice not applicable',
      { ...selected(), notApplicableChoices: notApplicable('nowhere') },
      'notApplicableChoices.0.choiceId',
      /no choice "nowhere"/,
    ],
    [
      'none of these not applicable',
      { ...selected(), notApplicableChoices: notApplicable('q_one_no') },
      'notApplicableChoices.0.choiceId',
      /none of these/,
    ],
    [
      'a choice not applicable twice',
      {
        ...selected(),
        notApplicableChoices: notApplicable('q_one_1', 'q_one_1'),
      },
      'notApplicableChoices.1.choiceId',
      /twice/,
    ],
    [
      'a choice both selected and not applicable',
      {
        ...selected('q_one_1'),
        notApplicableChoices: notApplicable('q_one_1'),
      },
      'notApplicableChoices.0.choiceId',
      /both/,
    ],
  ])('refuses %s', (_, state, path, message) => {
    expect(checkAnswer(question, state)).toEqual([
      { path, message: expect.stringMatching(message) },
    ]);
  });

  it('names every problem at once', () => {
    const problems = checkAnswer(question, {
      selectedChoices: ['x', 'q_one_1', 'q_one_no'],
      notApplicableChoices: notApplicable('y', 'q_one_1'),
    });
    expect(problems.map(({ path }) => path)).toEqual([
      'selectedChoices.0',
      'selectedChoices.2',
      'notApplicableChoices.0.choiceId',
      'notApplicableChoices.1.choiceId',
    ]);
  });
});

describe('emptyAnswer', () => {
  it('is an answer of revision 0', () => {
    expect(emptyAnswer()).toMatchObject({
      revision: 0,
      risk: 'UNANSWERED',
    });
  });
});
