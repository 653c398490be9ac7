// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import {
  anyAnswer,
  answerOf,
  documentFixture,
  lensFixture,
  monotoneLens,
  questionFixture,
  selected,
} from '../__testUtils__/lensFixture';
import { isNoneOfThese } from '../lens/choices';
import { compileLens, type CompiledLens } from '../lens/compile';
import type { AnswerState } from '../model';
import {
  emptyAnswerState,
  evaluateAnswer,
  scorecardOf,
  standingOf,
  standingsOf,
} from '../scoring';
import { nextPracticeOf, planImprovements, simulatePractices } from './plan';

type Answers = Record<string, AnswerState>;

const lens = lensFixture();
const planOf = (answers: Answers, of: CompiledLens = lens) =>
  planImprovements(of, id => answers[id]);
const practice = (answers: Answers, choiceId: string) =>
  planOf(answers).find(step => step.choiceId === choiceId);

/** A lens with one question of these choices and rules. */
function oneQuestion(size: number, rules: [string, string][]) {
  return compileLens(
    documentFixture({
      phases: undefined,
      pillars: [
        {
          id: 'p',
          name: 'P',
          questions: [
            questionFixture('q', {
              size,
              riskRules: rules.map(([condition, risk]) => ({
                condition,
                risk: risk as 'HIGH_RISK',
              })),
            }),
          ],
        },
      ],
    }),
    { id: 'one', version: '1' },
  );
}

/** A random lens with random answers to some of its questions. */
const review = monotoneLens().chain(some =>
  fc.array(anyAnswer(some), { maxLength: 8 }).map(answers => ({
    lens: some,
    answers: Object.fromEntries(
      answers.map(({ questionId, state }) => [questionId, state]),
    ),
  })),
);

/** The answer with these practices in place as well. */
function having(state: AnswerState | undefined, ids: string[]): AnswerState {
  const before = state ?? emptyAnswerState();
  return {
    ...before,
    selectedChoices: [
      ...new Set([
        ...before.selectedChoices.filter(id => !isNoneOfThese(id)),
        ...ids,
      ]),
    ],
  };
}

const RISKS = ['HIGH', 'MEDIUM', 'NONE'];
const rankOf = (risk: string) => Math.max(RISKS.indexOf(risk), 0);

describe('planImprovements', () => {
  it('lists what applies and is not in place, and nothing else', () => {
    const answers: Answers = {
      q_one: answerOf('q_one', 'NONE'),
      q_two: answerOf('q_two', 'NOT_APPLICABLE'),
      q_three: {
        ...selected('q_three_no'),
        notApplicableChoices: [
          { choiceId: 'q_three_2', reason: 'OUT_OF_SCOPE' },
        ],
      },
    };
    expect(
      planOf(answers).map(({ choiceId, risk }) => [choiceId, risk]),
    ).toEqual([
      ['q_three_1', 'HIGH'],
      ['q_four_2', 'UNANSWERED'],
      ['q_four_1', 'UNANSWERED'],
    ]);
  });

  it('says which practices only help together, and what each step brings', () => {
    // Weights 1, 1, 3 and 1: a whole point of q_two is half of the score, and
    // one of its two practices, at medium risk, 0.8 × 1 ÷ 2 of that.
    expect(practice({}, 'q_two_1')).toEqual({
      questionId: 'q_two',
      choiceId: 'q_two_1',
      risk: 'UNANSWERED',
      riskLevel: null,
      scoreIfDone: 20,
      gain: 20,
      gainAlone: 20,
      together: ['q_two_1'],
    });
    // The second alone leaves a high risk: 0.5 × 1 ÷ 2; with the first, all.
    expect(practice({}, 'q_two_2')).toMatchObject({
      scoreIfDone: 13,
      gain: 25,
      gainAlone: 12.5,
      together: ['q_two_2', 'q_two_1'],
    });
    expect(
      practice({ q_two: answerOf('q_two', 'MEDIUM') }, 'q_two_2'),
    ).toMatchObject({ risk: 'MEDIUM', scoreIfDone: 50, gain: 30 });
  });

  it('puts what brings most first, then high risks, then the order of the lens', () => {
    const answers = { q_three: answerOf('q_three', 'HIGH') };
    expect(planOf(answers).map(({ choiceId }) => choiceId)).toEqual([
      'q_two_2',
      'q_two_1',
      'q_three_2',
      'q_one_2',
      'q_four_2',
      'q_three_1',
      'q_one_1',
      'q_four_1',
    ]);
  });

  it('finds the only way out of the longest question there is', () => {
    const ids = Array.from({ length: 14 }, (_, i) => `q_${i + 1}`);
    const all = oneQuestion(14, [
      [ids.join(' && '), 'NO_RISK'],
      ['default', 'HIGH_RISK'],
    ]);
    const plan = planOf({}, all);
    expect(plan).toHaveLength(14);
    for (const { choiceId, together, gain } of plan) {
      expect(together[0]).toBe(choiceId);
      expect([...together].sort()).toEqual([...ids].sort());
      expect(gain).toBe(7.14);
    }
  });

  it('stands alone where nothing lowers the risk, and still counts', () => {
    const lost = oneQuestion(2, [['default', 'HIGH_RISK']]);
    const step = { gain: 25, gainAlone: 25, scoreIfDone: 25 };
    expect(planOf({ q: selected('q_no') }, lost)).toEqual([
      expect.objectContaining({ ...step, together: ['q_1'] }),
      expect.objectContaining({ ...step, together: ['q_2'] }),
    ]);
  });

  it('is empty when nothing applies', () => {
    const none = Object.fromEntries(
      lens.questions.map(({ id }) => [id, answerOf(id, 'NOT_APPLICABLE')]),
    );
    expect(planOf(none)).toEqual([]);
  });

  it('scoreIfDone is the score of the review with that one practice added', () => {
    fc.assert(
      fc.property(review, ({ lens: some, answers }) => {
        for (const { questionId, choiceId, scoreIfDone } of planOf(
          answers,
          some,
        )) {
          const changed = {
            ...answers,
            [questionId]: having(answers[questionId], [choiceId]),
          };
          expect(scoreIfDone).toBe(
            scorecardOf(
              some,
              standingsOf(id => changed[id]),
            ).score,
          );
        }
      }),
    );
  });

  it('doing together lowers the risk, and nothing smaller with the practice does', () => {
    fc.assert(
      fc.property(review, ({ lens: some, answers }) => {
        const helpful = planOf(answers, some).filter(({ gain }) => gain > 0);
        for (const step of helpful) {
          const question = some.question(step.questionId)!;
          const riskWith = (ids: string[]) =>
            rankOf(
              evaluateAnswer(question, having(answers[step.questionId], ids))
                .risk,
            );
          const others = question.choices
            .map(({ id }) => id)
            .filter(id => !isNoneOfThese(id) && id !== step.choiceId);
          const smaller = Array.from(
            { length: 1 << others.length },
            (_, mask) => others.filter((_other, i) => mask & (1 << i)),
          ).filter(ids => ids.length + 1 < step.together.length);
          expect(step.together[0]).toBe(step.choiceId);
          expect(riskWith(step.together)).toBeGreaterThan(rankOf(step.risk));
          for (const ids of smaller) {
            expect(riskWith([step.choiceId, ...ids])).toBeLessThanOrEqual(
              rankOf(step.risk),
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('simulatePractices', () => {
  it('is the scorecard as it stands when nothing is added', () => {
    fc.assert(
      fc.property(review, ({ lens: some, answers }) => {
        expect(simulatePractices(some, id => answers[id], [])).toEqual(
          scorecardOf(
            some,
            standingsOf(id => answers[id]),
          ),
        );
      }),
    );
  });

  it('leaves no risk in questions with something to do, once all is done', () => {
    fc.assert(
      fc.property(review, ({ lens: some, answers }) => {
        const plan = planOf(answers, some);
        const done = { ...answers };
        for (const { questionId, choiceId } of plan) {
          done[questionId] = having(done[questionId], [choiceId]);
        }
        expect(simulatePractices(some, id => answers[id], plan)).toEqual(
          scorecardOf(
            some,
            standingsOf(id => done[id]),
          ),
        );
        for (const { questionId } of plan) {
          expect(
            evaluateAnswer(some.question(questionId)!, done[questionId]).risk,
          ).toBe('NONE');
        }
      }),
    );
  });

  it('leaves "none of these" behind and ignores questions of other lenses', () => {
    const answers: Answers = { q_one: answerOf('q_one', 'HIGH') };
    const { counts } = simulatePractices(lens, id => answers[id], [
      { questionId: 'q_one', choiceId: 'q_one_1' },
      { questionId: 'elsewhere', choiceId: 'x' },
    ]);
    expect(counts).toMatchObject({ HIGH: 0, MEDIUM: 1, UNANSWERED: 3 });
  });
});

describe('nextPracticeOf', () => {
  const question = lens.question('q_two')!;

  it('is the practice that brings most alone, the first of several', () => {
    expect(nextPracticeOf(question)).toMatchObject({
      choiceId: 'q_two_1',
      gain: 0.4,
      then: { risk: 'MEDIUM', points: 0.4 },
    });
    expect(nextPracticeOf(question, selected('q_two_1'))).toMatchObject({
      choiceId: 'q_two_2',
      then: { risk: 'NONE', points: 1 },
    });
  });

  it('is none where all is in place, and where the question does not apply', () => {
    expect(nextPracticeOf(question, answerOf('q_two', 'NONE'))).toBeNull();
    expect(
      nextPracticeOf(question, answerOf('q_two', 'NOT_APPLICABLE')),
    ).toBeNull();
  });

  it('brings what the answer then stands at', () => {
    fc.assert(
      fc.property(review, ({ lens: some, answers }) => {
        const told = some.questions.flatMap(each => {
          const next = nextPracticeOf(each, answers[each.id]);
          return next ? [{ each, next }] : [];
        });
        for (const { each, next } of told) {
          const then = having(answers[each.id], [next.choiceId]);
          expect(next.then).toEqual(standingOf(each, then));
        }
      }),
    );
  });
});
