// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import {
  anyAnswer,
  answerOf,
  documentFixture,
  eventFixture,
  lensFixture,
  monotoneLens,
  questionFixture,
  selected,
} from './__testUtils__/lensFixture';
import {
  becomesDue,
  currentPhaseOf,
  dueFromOf,
  isDue,
  progressOf,
  readinessOf,
} from './due';
import { compileLens, type CompiledLens } from './lens/compile';
import type { LensDocument } from './lens/document';
import type { AnswerState } from './model';
import { scorecardOf, standingsOf } from './scoring';
import { replay } from './timeline';

type Answers = Record<string, AnswerState>;

const PHASES = ['goal', 'build', 'retire'];

/** A lens where every question and practice is due as some numbers say. */
function dueLens(
  document: LensDocument,
  due: readonly (readonly number[])[],
): CompiledLens {
  const numbers = due.flat();
  let next = 0;
  const take = () => numbers[next++ % numbers.length] ?? 0;
  return compileLens(
    {
      ...document,
      pillars: document.pillars.map(pillar => ({
        ...pillar,
        questions: pillar.questions.map(question => {
          const begins = take() % PHASES.length;
          return {
            ...question,
            dueFrom: PHASES[begins],
            choices: question.choices.map(choice => ({
              ...choice,
              dueFrom: PHASES[Math.max(begins, take() % PHASES.length)],
            })),
          };
        }),
      })),
    },
    { id: 'fixture', version: '1' },
  );
}

const answersOf = (lens: CompiledLens) =>
  fc
    .array(anyAnswer(lens), { maxLength: 12 })
    .map(
      answers =>
        Object.fromEntries(
          answers.map(({ questionId, state }) => [questionId, state]),
        ) as Answers,
    );

/** Random lenses whose practices are due from random phases, with answers. */
const review = fc
  .tuple(
    monotoneLens(),
    fc.array(fc.array(fc.nat(9), { minLength: 1 }), { minLength: 1 }),
  )
  .map(([lens, due]) => dueLens(lens.document, due))
  .chain(lens =>
    fc.record({ lens: fc.constant(lens), answers: answersOf(lens) }),
  );

const scoreOf = (lens: CompiledLens, answers: Answers) =>
  scorecardOf(
    lens,
    standingsOf(id => answers[id]),
  );

const readyIn = (lens: CompiledLens, answers: Answers, phase: string | null) =>
  readinessOf(lens, id => answers[id], phase);

describe('laws of readiness', () => {
  it('is the score where every practice is due, with the very figures', () => {
    fc.assert(
      fc.property(review, ({ lens, answers }) => {
        const { score, coverage, counts, practices } = scoreOf(lens, answers);
        expect(readyIn(lens, answers, 'retire')).toEqual({
          readiness: score,
          due: {
            coverage,
            counts,
            practices,
            notDue: { questions: 0, practices: 0 },
          },
        });
      }),
      { numRuns: 10_000 },
    );
  });

  it('is never raised by entering a phase', () => {
    fc.assert(
      fc.property(review, ({ lens, answers }) => {
        const [first, second, third] = PHASES.map(
          phase => readyIn(lens, answers, phase).readiness ?? -1,
        );
        // No score is below every score only where nothing counts yet.
        expect(first === -1 || first >= second).toBe(true);
        expect(second === -1 || second >= third).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('leaves the score of the whole as it is, whatever is due', () => {
    fc.assert(
      fc.property(review, ({ lens, answers }) => {
        const plain = compileLens(
          {
            ...lens.document,
            pillars: lens.document.pillars.map(pillar => ({
              ...pillar,
              questions: pillar.questions.map(
                ({ dueFrom: _, choices, ...question }) => ({
                  ...question,
                  choices: choices.map(({ dueFrom: __, ...rest }) => rest),
                }),
              ),
            })),
          },
          lens,
        );
        for (const currentPhase of [null, ...PHASES]) {
          const stateOf = (id: string) => answers[id];
          const {
            readiness: _,
            due: __,
            currentPhase: ___,
            ...card
          } = scorecardOf(lens, standingsOf(stateOf), undefined, {
            stateOf,
            currentPhase,
          });
          expect(scoreOf(plain, answers)).toMatchObject(card);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('counts every open practice either as due or as not due', () => {
    fc.assert(
      fc.property(review, fc.constantFrom(...PHASES), (one, phase) => {
        const { lens, answers } = one;
        const { due } = readyIn(lens, answers, phase);
        const all = scoreOf(lens, answers).practices;
        expect(due.practices.applicable).toBeLessThanOrEqual(all.applicable);
        expect(due.notDue.questions).toBeLessThanOrEqual(lens.questions.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('readinessOf', () => {
  const lens = lensFixture({
    pillars: [
      {
        id: 'security',
        name: 'Security',
        questions: [
          questionFixture('q_one', { phase: 'goal' }),
          questionFixture('q_two', { phase: 'build' }),
          questionFixture('q_three', { phase: 'goal', dueFrom: 'retire' }),
        ],
      },
    ],
  });

  it('asks a team in its first phase for nothing of the later ones', () => {
    const answers = { q_one: answerOf('q_one', 'NONE') };
    expect(scoreOf(lens, answers).score).toBe(33);
    expect(readyIn(lens, answers, 'goal')).toEqual({
      readiness: 100,
      due: {
        coverage: 1,
        counts: {
          UNANSWERED: 0,
          HIGH: 0,
          MEDIUM: 0,
          NONE: 1,
          NOT_APPLICABLE: 0,
        },
        practices: { inPlace: 2, applicable: 2 },
        notDue: { questions: 2, practices: 4 },
      },
    });
    expect(readyIn(lens, answers, 'build').readiness).toBe(50);
    expect(readyIn(lens, answers, 'retire').readiness).toBe(33);
  });

  it('counts what is done before its time where that helps, and only there', () => {
    const answers = {
      q_one: answerOf('q_one', 'MEDIUM'),
      q_three: answerOf('q_three', 'NONE'),
    };
    // 0.4 alone; 1.4 ÷ 2 with what is done early.
    expect(readyIn(lens, answers, 'goal').readiness).toBe(70);
    expect(
      readyIn(
        lens,
        { ...answers, q_three: answerOf('q_three', 'HIGH') },
        'goal',
      ).readiness,
    ).toBe(40);
  });

  it('sets practices aside that are due later than their question', () => {
    const [q_one, ...others] = documentFixture().pillars[0].questions;
    const choices = q_one.choices.map(choice =>
      choice.id === 'q_one_2' ? { ...choice, dueFrom: 'build' } : choice,
    );
    const some = lensFixture({
      pillars: [
        {
          id: 'security',
          name: 'Security',
          questions: [{ ...q_one, choices }, ...others],
        },
      ],
    });
    const answers = { q_one: selected('q_one_1') };
    expect(readyIn(some, answers, 'goal')).toMatchObject({
      readiness: 100,
      due: { practices: { inPlace: 1, applicable: 1 } },
    });
    expect(readyIn(some, answers, 'build').due.counts).toMatchObject({
      MEDIUM: 1,
    });
    // Nobody is asked for the second practice, but "none of these" is no answer.
    expect(
      readyIn(some, { q_one: selected('q_one_no') }, 'goal').readiness,
    ).toBe(0);
  });

  it('has none where nothing that is due, nor anything else, is answered', () => {
    expect(readyIn(lens, {}, 'goal').readiness).toBeNull();
    expect(readyIn(lens, {}, null).readiness).toBeNull();
  });
});

describe('the current phase', () => {
  const lens = lensFixture();
  const stateAfter = (...events: Parameters<typeof eventFixture>[1][]) =>
    replay(
      () => lens,
      events.map((event, i) => eventFixture(i + 1, event)),
      '1',
    );
  const answered = (questionId: string) =>
    ({
      type: 'ANSWERED',
      questionId,
      after: answerOf(questionId, 'NONE'),
    } as const);
  const set = (phase: string | null) =>
    ({ type: 'PHASE_SET', after: { phase } } as const);

  it.each([
    ['nothing has begun', [], null],
    [
      'the furthest has begun',
      [answered('q_three'), answered('q_one')],
      'build',
    ],
    ['somebody said it', [answered('q_three'), set('goal')], 'goal'],
    ['what was said is taken back', [set('retire'), set(null)], null],
    [
      'the phase said is none of the lens',
      [answered('q_one'), set('x')],
      'goal',
    ],
    [
      'an iteration was begun by hand',
      [
        {
          type: 'ITERATION_STARTED',
          phaseId: 'retire',
          after: { reason: 'drift' },
        } as const,
      ],
      'retire',
    ],
  ])('where %s', (_, events, expected) => {
    const state = stateAfter(...events);
    expect(currentPhaseOf(lens, state)).toBe(expected);
    expect(progressOf(lens, state).currentPhase).toBe(expected);
  });

  it('says what becomes due on entering a phase', () => {
    expect(becomesDue(lens, 'goal', 'build')).toEqual([
      { questionId: 'q_three', choiceIds: ['q_three_1', 'q_three_2'] },
    ]);
    expect(
      becomesDue(lens, null, 'goal').map(({ questionId }) => questionId),
    ).toEqual(['q_one', 'q_two', 'q_four']);
    expect(becomesDue(lens, 'build', 'goal')).toEqual([]);
  });

  it('says from when something is due', () => {
    expect(dueFromOf(lens, 'q_three')).toBe('build');
    expect(dueFromOf(lens, 'q_four', 'q_four_1')).toBe('goal');
    expect(dueFromOf(lens, 'nothing')).toBeNull();
    expect(isDue(lens, 'goal', 'q_three')).toBe(false);
    expect(isDue(lens, 'build', 'q_three')).toBe(true);
    expect(isDue(lens, null, 'q_one')).toBe(true);
  });
});
