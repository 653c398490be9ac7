// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import {
  anyAnswer,
  answerOf,
  eventFixture,
  lensFixture,
  minute,
  monotoneLens,
  questionFixture,
} from '../__testUtils__/lensFixture';
import type { CompiledLens } from '../lens/compile';
import type { AnswerState } from '../model';
import { emptyAnswerState } from '../scoring';
import { replay } from '../timeline';
import { diffReviews } from './diffReviews';

const lens = lensFixture();

function side(
  answers: Record<string, AnswerState>,
  of: CompiledLens = lens,
): Parameters<typeof diffReviews>[0] {
  const events = Object.entries(answers).map(([questionId, after], i) =>
    eventFixture(i + 1, { type: 'ANSWERED', questionId, after }),
  );
  return { lens: of, answers: replay(() => of, events, '1').answers };
}

const reviewSide = (of: CompiledLens) =>
  fc
    .array(anyAnswer(of), { maxLength: 8 })
    .map(answers =>
      side(
        Object.fromEntries(
          answers.map(({ questionId, state }) => [questionId, state]),
        ),
        of,
      ),
    );

/** Two reviews of one random lens. */
const twoSides = monotoneLens().chain(of =>
  fc.tuple(reviewSide(of), reviewSide(of)),
);

describe('diffReviews', () => {
  it('says who changed what, with both sides', () => {
    const { questions, pillars, phases } = diffReviews(
      side({ q_one: answerOf('q_one', 'HIGH') }),
      side({ q_one: answerOf('q_one', 'MEDIUM') }),
    );
    expect(questions).toEqual([
      {
        questionId: 'q_one',
        title: 'Is q_one done?',
        pillar: 'security',
        phase: 'goal',
        kind: 'CHANGED',
        before: expect.objectContaining({ risk: 'HIGH' }),
        after: {
          risk: 'MEDIUM',
          state: answerOf('q_one', 'MEDIUM'),
          updatedAt: minute(1),
          updatedBy: 'user:default/ada',
        },
        selected: ['q_one_1'],
        deselected: ['q_one_no'],
      },
    ]);
    expect(pillars).toContainEqual({ id: 'security', before: 0, after: 20 });
    expect(phases).toContainEqual({ id: 'goal', before: 0, after: 10 });
    expect(phases).toContainEqual({ id: 'retire', before: null, after: null });
  });

  it.each<[string, AnswerState | undefined, AnswerState | undefined, string[]]>(
    [
      ['first answered', undefined, answerOf('q_one', 'HIGH'), ['ANSWERED']],
      [
        'taken back',
        answerOf('q_one', 'NONE'),
        emptyAnswerState(),
        ['CLEARED'],
      ],
      [
        'changed',
        answerOf('q_one', 'NONE'),
        answerOf('q_one', 'NOT_APPLICABLE'),
        ['CHANGED'],
      ],
      [
        'only noted',
        undefined,
        { ...emptyAnswerState(), notes: 'Ask Mika' },
        ['CHANGED'],
      ],
      [
        'another note',
        { ...answerOf('q_one', 'NONE'), notes: 'a' },
        { ...answerOf('q_one', 'NONE'), notes: 'b' },
        ['CHANGED'],
      ],
      ['touched without a trace', undefined, emptyAnswerState(), []],
    ],
  )('a question %s is %s', (_, before, after, kinds) => {
    const { questions } = diffReviews(
      side(before ? { q_one: before } : {}),
      side(after ? { q_one: after } : {}),
    );
    expect(questions.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('does not mind in which order practices were selected', () => {
    const state = answerOf('q_one', 'NONE');
    expect(
      diffReviews(
        side({ q_one: state }),
        side({
          q_one: {
            ...state,
            selectedChoices: [...state.selectedChoices].reverse(),
          },
        }),
      ).questions,
    ).toEqual([]);
  });

  it('follows a lens that gained and lost questions; lost ones come last', () => {
    const later = lensFixture(
      {
        pillars: [
          {
            id: 'security',
            name: 'Security',
            questions: [
              questionFixture('q_new', { phase: 'build' }),
              questionFixture('q_three', { phase: 'build' }),
            ],
          },
        ],
      },
      '2',
    );
    const answers = {
      q_two: answerOf('q_two', 'NONE'),
      q_three: answerOf('q_three', 'NONE'),
    };
    const { questions, pillars } = diffReviews(
      side(answers),
      side({ q_three: answerOf('q_three', 'NONE') }, later),
    );
    expect(questions.map(({ questionId, kind }) => [questionId, kind])).toEqual(
      [
        ['q_new', 'ADDED'],
        ['q_one', 'REMOVED'],
        ['q_two', 'REMOVED'],
        ['q_four', 'REMOVED'],
      ],
    );
    expect(questions[0].before).toBeNull();
    expect(questions[2].after).toBeNull();
    expect(pillars.map(({ id }) => id)).toEqual(['security', 'cost']);
    expect(pillars[1].after).toBeNull();
  });

  it('of equal sides is empty', () => {
    fc.assert(
      fc.property(monotoneLens().chain(reviewSide), same => {
        const { questions, pillars, phases } = diffReviews(same, same);
        expect(questions).toEqual([]);
        for (const scope of [...pillars, ...phases]) {
          expect(scope.before).toBe(scope.after);
        }
      }),
    );
  });

  it('backwards is the same with the sides swapped', () => {
    fc.assert(
      fc.property(twoSides, ([from, to]) => {
        const there = diffReviews(from, to);
        const back = diffReviews(to, from);
        expect(
          back.questions.map(question => ({
            ...question,
            kind: undefined,
            before: question.after,
            after: question.before,
            selected: question.deselected,
            deselected: question.selected,
          })),
        ).toEqual(
          there.questions.map(question => ({ ...question, kind: undefined })),
        );
        expect(
          back.pillars.map(({ id, before, after }) => ({
            id,
            before: after,
            after: before,
          })),
        ).toEqual(there.pillars);
      }),
    );
  });
});
