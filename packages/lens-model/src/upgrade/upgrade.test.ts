// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import {
  anyAnswer,
  answerOf,
  eventFixture,
  lensFixture,
  monotoneLens,
  questionFixture,
  selected,
} from '../__testUtils__/lensFixture';
import { compileLens, type CompiledLens } from '../lens/compile';
import type { AnswerState, ReviewEvent } from '../model';
import { checkAnswer } from '../scoring';
import { replay } from '../timeline';
import { lensMappingSchema, planMapping } from './mapping';
import { planUpgrade } from './planUpgrade';

const before = lensFixture();
/** q_three asks more, q_two is gone, q_new is new, q_one lost a practice. */
const after = lensFixture(
  {
    pillars: [
      {
        id: 'security',
        name: 'Security',
        questions: [
          questionFixture('q_one', { size: 1, phase: 'goal' }),
          questionFixture('q_three', { size: 3, phase: 'build' }),
          questionFixture('q_four'),
          questionFixture('q_new', { phase: 'build' }),
        ],
      },
    ],
  },
  '2',
);

/** A random lens, and a later version of it that lost and kept some. */
const versions = monotoneLens().chain(from =>
  fc
    .tuple(
      fc.subarray(from.questions.map(({ id }) => id)),
      fc.infiniteStream(fc.nat({ max: 3 })),
    )
    .map(([kept, sizes]) => ({
      from,
      to: compileLens(
        {
          ...from.document,
          pillars: [
            {
              id: 'p',
              name: 'P',
              questions: [
                ...kept.map(id =>
                  questionFixture(id, { size: 1 + sizes.next().value! }),
                ),
                questionFixture('q_new'),
              ],
            },
          ],
        },
        { id: 'fixture', version: '2' },
      ),
    })),
);

const review = versions.chain(pair =>
  fc
    .array(anyAnswer(pair.from), { maxLength: 12 })
    .map(answers => ({ ...pair, answers })),
);

function eventsOf(answers: { questionId: string; state: AnswerState }[]) {
  return answers.map(({ questionId, state }, i) =>
    eventFixture(i + 1, { type: 'ANSWERED', questionId, after: state }),
  );
}

function statesOf(
  lenses: CompiledLens[],
  events: ReviewEvent[],
): Map<string, AnswerState> {
  const found = replay(
    version => lenses.find(lens => lens.version === version)!,
    events,
    '1',
  );
  return new Map([...found.answers].map(([id, { state }]) => [id, state]));
}

describe('planUpgrade', () => {
  it('sorts answers into kept, reduced and dropped, and names new questions', () => {
    const states = new Map([
      ['q_one', answerOf('q_one', 'NONE')],
      ['q_two', answerOf('q_two', 'HIGH')],
      ['q_three', answerOf('q_three', 'NONE')],
    ]);
    expect(planUpgrade(before, after, states)).toEqual({
      kept: ['q_three'],
      reduced: [{ questionId: 'q_one', droppedChoices: ['q_one_2'] }],
      added: ['q_new'],
      dropped: ['q_two'],
      answers: { q_one: selected('q_one_1'), q_two: null },
    });
  });

  it('drops choices marked not applicable with their reasons, and keeps the rest', () => {
    const state: AnswerState = {
      ...selected('q_one_1'),
      notApplicableChoices: [{ choiceId: 'q_one_2', reason: 'OTHER' }],
      notes: 'Kept',
      evidence: [{ title: 'Kept too' }],
    };
    const plan = planUpgrade(before, after, new Map([['q_one', state]]));
    expect(plan.reduced).toEqual([
      { questionId: 'q_one', droppedChoices: ['q_one_2'] },
    ]);
    expect(plan.answers.q_one).toEqual({ ...state, notApplicableChoices: [] });
  });

  it('to the same questions changes nothing', () => {
    fc.assert(
      fc.property(review, ({ from, answers }) => {
        const states = statesOf([from], eventsOf(answers));
        expect(planUpgrade(from, from, states)).toEqual({
          kept: [...states.keys()],
          reduced: [],
          added: [],
          dropped: [],
          answers: {},
        });
      }),
    );
  });

  it('keeps every answer the target has a question for, and its choices that survive', () => {
    fc.assert(
      fc.property(review, ({ from, to, answers }) => {
        const events = eventsOf(answers);
        const states = statesOf([from, to], events);
        const plan = planUpgrade(from, to, states);
        const upgraded = statesOf(
          [from, to],
          [
            ...events,
            eventFixture(events.length + 1, {
              type: 'LENS_UPGRADED',
              after: { lensVersion: '2', answers: plan.answers },
            }),
          ],
        );
        expect([...upgraded.keys()].sort()).toEqual(
          [...states.keys()].filter(id => to.question(id)).sort(),
        );
        for (const [id, state] of upgraded) {
          const question = to.question(id)!;
          const old = states.get(id)!;
          expect(checkAnswer(question, state)).toEqual([]);
          expect(state).toEqual({
            ...old,
            selectedChoices: old.selectedChoices.filter(choice =>
              question.choice(choice),
            ),
            notApplicableChoices: old.notApplicableChoices.filter(choice =>
              question.choice(choice.choiceId),
            ),
          });
        }
        expect([
          ...plan.kept,
          ...plan.dropped,
          ...plan.reduced.map(({ questionId }) => questionId),
        ]).toHaveLength(states.size);
      }),
    );
  });

  it('undone, gives back what was there', () => {
    fc.assert(
      fc.property(review, ({ from, to, answers }) => {
        const events = eventsOf(answers);
        const states = statesOf([from, to], events);
        const plan = planUpgrade(from, to, states);
        const old = Object.fromEntries(
          Object.keys(plan.answers).map(id => [id, states.get(id)!]),
        );
        const undone = statesOf(
          [from, to],
          [
            ...events,
            eventFixture(events.length + 1, {
              type: 'LENS_UPGRADED',
              after: { lensVersion: '2', answers: plan.answers },
            }),
            eventFixture(events.length + 2, {
              type: 'LENS_UPGRADED',
              lensVersion: '2',
              after: { lensVersion: '1', answers: old },
            }),
          ],
        );
        expect(undone).toEqual(states);
      }),
    );
  });

  it('leaves targets and iterations of surviving phases where they were', () => {
    const events = [
      eventFixture(1, {
        type: 'ANSWERED',
        questionId: 'q_three',
        after: answerOf('q_three', 'HIGH'),
      }),
      eventFixture(2, {
        type: 'TARGET_SET',
        phaseId: 'build',
        after: { targetDate: '2026-06-01' },
      }),
    ];
    const lens = (version: string) => (version === '1' ? before : after);
    const old = replay(lens, events, '1');
    const now = replay(
      lens,
      [
        ...events,
        eventFixture(3, {
          type: 'LENS_UPGRADED',
          after: { lensVersion: '2', answers: {} },
        }),
      ],
      '1',
    );
    expect(now.targets).toEqual(old.targets);
    expect(now.phases.get('build')?.iterations).toEqual([
      { ...old.phases.get('build')!.iterations[0], status: 'IN_PROGRESS' },
    ]);
  });
});

describe('planMapping', () => {
  const mapping = lensMappingSchema.parse({
    from: { lens: 'fixture', version: '1' },
    to: { lens: 'other', version: '2' },
    choices: [
      {
        from: ['q_one/q_one_1', 'q_two/q_two_1'],
        to: 'q_new/q_new_1',
        confidence: 'partial',
        note: 'Check the date.',
      },
      { from: ['q_one/q_one_2'], to: 'q_new/q_new_2', confidence: 'same' },
      { from: ['q_one/q_one_1'], to: 'q_four/q_four_1', confidence: 'same' },
      { from: ['q_one/q_one_1'], to: 'gone/gone_1', confidence: 'same' },
    ],
  });
  const plan = (
    from: Record<string, AnswerState>,
    to: Record<string, AnswerState> = {},
  ) =>
    planMapping(
      mapping,
      after,
      new Map(Object.entries(from)),
      new Map(Object.entries(to)),
    );

  it('selects what all of the named practices speak for', () => {
    const { mapped, answers } = plan({
      q_one: answerOf('q_one', 'NONE'),
      q_two: answerOf('q_two', 'MEDIUM'),
    });
    expect(Object.fromEntries(answers)).toEqual({
      q_new: selected('q_new_1', 'q_new_2'),
      q_four: selected('q_four_1'),
    });
    expect(mapped[0]).toEqual({
      questionId: 'q_new',
      choiceId: 'q_new_1',
      from: ['q_one/q_one_1', 'q_two/q_two_1'],
      confidence: 'partial',
      note: 'Check the date.',
    });
    expect(mapped).toHaveLength(3);
  });

  it('needs every one of them, in a question that applies', () => {
    expect(plan({ q_two: answerOf('q_two', 'NONE') }).mapped).toEqual([]);
    expect(
      plan({
        q_one: {
          ...answerOf('q_one', 'NONE'),
          notApplicable: { reason: 'OUT_OF_SCOPE' },
        },
      }).mapped,
    ).toEqual([]);
  });

  it('never touches what the other review answers', () => {
    const { answers } = plan(
      { q_one: answerOf('q_one', 'NONE') },
      { q_new: answerOf('q_new', 'HIGH') },
    );
    expect([...answers.keys()]).toEqual(['q_four']);
  });

  it('gives answers the target lens allows', () => {
    const { answers } = plan({ q_one: answerOf('q_one', 'NONE') });
    for (const [id, state] of answers) {
      expect(checkAnswer(after.question(id)!, state)).toEqual([]);
    }
  });

  it.each(['q_one', 'q_one/', 'a/b/c', 'a b/c'])('refuses %p', ref => {
    expect(
      lensMappingSchema.safeParse({
        ...mapping,
        choices: [{ from: [ref], to: 'a/b', confidence: 'same' }],
      }).success,
    ).toBe(false);
  });
});
