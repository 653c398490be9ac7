// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AnswerState,
  compileLens,
  emptyAnswerState,
  standingOf,
} from '@ml-lens/lens-model';
import { phasedLens } from '../../__testUtils__/reviewFixtures';
import {
  CODES,
  encodeStates,
  layoutOf,
  pointsAt,
  PRACTICE_MET,
  PRACTICE_UNMET,
} from './practiceStates';

const QUESTIONS = ['goal', 'data', 'label', 'drift'];

/** The phased lens, of whose first question the second practice weighs 3. */
function lensOf() {
  const document = phasedLens();
  document.pillars[0].questions[0].choices[1].riskLevel = 'HIGH';
  return compileLens(document, { id: 'phased', version: '1' });
}

/** What the text says of a review in which these questions are answered. */
function textOf(answers: Record<string, Partial<AnswerState>>) {
  return encodeStates(lensOf(), {
    answers: new Map(
      Object.entries(answers).map(([id, said]) => [
        id,
        { revision: 1, state: { ...emptyAnswerState(), ...said } },
      ]),
    ) as never,
  });
}

const codesOf = (text: string) =>
  Uint8Array.from(text, character => character.charCodeAt(0));

describe('the text of what a review says', () => {
  it.each<[string, Partial<AnswerState>, string]>([
    ['one practice', { selectedChoices: ['goal_a'] }, 'M14+n'],
    ['the heavier one', { selectedChoices: ['goal_b'] }, 'H34n+'],
    ['both', { selectedChoices: ['goal_a', 'goal_b'] }, 'N44++'],
    ['none of these', { selectedChoices: ['goal_no'] }, 'H04mh'],
    [
      'one that is moot',
      {
        selectedChoices: ['goal_a'],
        notApplicableChoices: [
          { choiceId: 'goal_b', reason: 'OTHER', notes: '' },
        ],
      },
      'N11+x',
    ],
    [
      'that nothing applies',
      { notApplicable: { reason: 'OTHER', notes: '' } },
      '-00..',
    ],
    ['nothing', {}, 'U04..'],
  ])('holds %s', (_, said, expected) => {
    expect(textOf({ goal: said }).slice(0, 5)).toBe(expected);
  });

  it('has every question of the lens, answered or not, in its order', () => {
    const text = textOf({
      drift: { selectedChoices: ['drift_a', 'drift_b'] },
      data: { selectedChoices: ['data_a'] },
    });
    expect(text.match(/.{5}/g)).toEqual(['U04..', 'M12+n', 'U02..', 'N22++']);
  });

  it('says the same of the same answer, however often', () => {
    const lens = lensOf();
    const answer = {
      state: { ...emptyAnswerState(), selectedChoices: ['goal_a'] },
    };
    const said = () =>
      encodeStates(lens, { answers: new Map([['goal', answer]]) as never });
    expect(said()).toBe(said());
    expect(said()).toBe(textOf({ goal: { selectedChoices: ['goal_a'] } }));
  });
});

describe('the layout of a text', () => {
  it('says where questions and practices are', () => {
    const lens = lensOf();
    const { length, questions, practices } = layoutOf(lens);
    expect(length).toBe(textOf({}).length);
    expect(questions.map(({ question, at }) => [question.id, at])).toEqual(
      QUESTIONS.map((id, index) => [id, 5 * index]),
    );
    expect(
      practices.map(({ choiceId, weight, riskAt, at }) => [
        choiceId,
        weight,
        riskAt,
        at,
      ]),
    ).toEqual(
      QUESTIONS.flatMap((id, index) => [
        [`${id}_a`, 1, 5 * index, 5 * index + 3],
        [`${id}_b`, id === 'goal' ? 3 : 1, 5 * index, 5 * index + 4],
      ]),
    );
    expect(layoutOf(lens)).toBe(layoutOf(lens));
  });

  it('gives the points of questions, and with one practice more', () => {
    const lens = lensOf();
    const [goal] = lens.questions;
    const pointsOf = (...selectedChoices: string[]) =>
      standingOf(goal, { ...emptyAnswerState(), selectedChoices }).points;
    for (const selected of [['goal_a'], ['goal_b'], ['goal_no']]) {
      const codes = codesOf(textOf({ goal: { selectedChoices: selected } }));
      expect(pointsAt(codes, 0)).toBe(pointsOf(...selected));
      const unmet = layoutOf(lens).practices.filter(
        ({ at }) => at < 5 && CODES.practice[codes[at]] === PRACTICE_UNMET,
      );
      const real = selected.filter(id => id !== 'goal_no');
      expect(
        unmet.map(({ weight, at }) =>
          pointsAt(codes, 0, { weight, code: codes[at] }),
        ),
      ).toEqual(unmet.map(({ choiceId }) => pointsOf(...real, choiceId)));
    }
  });

  it('tells what is in place from what is not, and what it would bring', () => {
    const codes = codesOf('HMNU-+x.hmn');
    expect([...codes].map(code => CODES.risk[code])).toEqual([
      'HIGH',
      'MEDIUM',
      'NONE',
      'UNANSWERED',
      'NOT_APPLICABLE',
      ...Array(6).fill(undefined),
    ]);
    expect([...codes].map(code => CODES.practice[code])).toEqual([
      ...[0, 0, 0, 0, 0, PRACTICE_MET, 0, 0],
      ...Array(3).fill(PRACTICE_UNMET),
    ]);
    expect([...codes].slice(8).map(code => CODES.riskIfDone[code])).toEqual([
      'HIGH',
      'MEDIUM',
      'NONE',
    ]);
  });
});
