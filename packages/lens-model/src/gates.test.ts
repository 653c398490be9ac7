// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  answerOf,
  lensFixture,
  questionFixture,
  selected,
} from './__testUtils__/lensFixture';
import { evaluateGate, gatesOf, type GateFacts } from './gates';
import { practiceOf } from './gates/evaluate';
import type { LensGate } from './lens/document';
import type { AnswerState } from './model';

const lens = lensFixture({
  pillars: [
    {
      id: 'security',
      name: 'Security',
      questions: [
        questionFixture('q_one', { phase: 'goal' }),
        questionFixture('q_two', { phase: 'goal' }),
        questionFixture('q_three', { phase: 'build' }),
      ],
    },
  ],
});

const look = (
  require: LensGate['require'],
  answers: Record<string, AnswerState>,
  facts: Partial<GateFacts> = {},
) =>
  evaluateGate(
    lens,
    { phase: 'goal', require },
    { stateOf: id => answers[id], waived: [], evidence: [], ...facts },
  );

describe('evaluateGate', () => {
  it('asks for nothing but what is due by its phase', () => {
    const answers = {
      q_one: answerOf('q_one', 'NONE'),
      q_three: answerOf('q_three', 'HIGH'),
    };
    expect(look({ noHigh: true, coverage: 0.5 }, answers)).toEqual([
      { kind: 'NO_HIGH', met: true, needed: 0, found: 0, questionIds: [] },
      {
        kind: 'COVERAGE',
        met: true,
        needed: 0.5,
        found: 0.5,
        questionIds: ['q_two'],
      },
    ]);
    expect(look({ coverage: 0.51 }, answers)).toMatchObject([{ met: false }]);
  });

  it('takes a waived risk for no risk, and counts waivers', () => {
    const answers = { q_one: answerOf('q_one', 'HIGH') };
    const waived = { waived: ['q_one', 'q_three'] };
    expect(look({ noHigh: true }, answers)).toMatchObject([
      { met: false, found: 1, questionIds: ['q_one'] },
    ]);
    expect(
      look({ noHigh: true, maxWaivers: 0 }, answers, waived),
    ).toMatchObject([
      { met: true },
      { kind: 'MAX_WAIVERS', met: false, found: 1 },
    ]);
  });

  it('wants practices in place, or not applicable', () => {
    const practices = ['q_one/q_one_1', 'q_two_2'];
    expect(look({ practices }, { q_one: selected('q_one_1') })).toEqual([
      {
        kind: 'PRACTICE',
        met: true,
        needed: 1,
        found: 1,
        questionIds: ['q_one'],
        choiceId: 'q_one_1',
      },
      {
        kind: 'PRACTICE',
        met: false,
        needed: 1,
        found: 0,
        questionIds: ['q_two'],
        choiceId: 'q_two_2',
      },
    ]);
    const moot = { q_two: answerOf('q_two', 'NOT_APPLICABLE') };
    expect(look({ practices: ['q_two_2'] }, moot)).toMatchObject([
      { met: true },
    ]);
  });

  it('wants evidence that holds', () => {
    const evidence = [
      { questionId: 'q_one', stale: true, contradictsAnswer: false },
      { questionId: 'q_three', stale: false, contradictsAnswer: true },
    ];
    expect(look({ evidenceFresh: true }, {}, { evidence })).toMatchObject([
      { met: false, questionIds: ['q_one'] },
    ]);
    expect(look({}, {}, { evidence })).toEqual([]);
  });
});

describe('gatesOf', () => {
  const gate = (id: string, phase: string) => ({
    id,
    phase,
    name: id,
    require: {},
  });

  it('has those of the lens and of the company, in the order of phases', () => {
    const own = lensFixture({ gates: [gate('late', 'build')] });
    const ids = (...others: Parameters<typeof gatesOf>[1] & object) =>
      gatesOf(own, others).map(({ id }) => id);
    expect(ids(gate('early', 'goal'), gate('lost', 'nowhere'))).toEqual([
      'early',
      'late',
    ]);
    expect(ids({ ...gate('early', 'goal'), lenses: ['x'] })).toEqual(['late']);
    expect(
      gatesOf(own, [{ ...gate('late', 'goal'), name: 'Ours' }]),
    ).toMatchObject([{ name: 'Ours' }]);
    expect(gatesOf(lensFixture())).toEqual([]);
  });

  it('finds practices by name', () => {
    expect(practiceOf(lens, 'q_one_1')).toEqual({
      questionId: 'q_one',
      choiceId: 'q_one_1',
    });
    expect(practiceOf(lens, 'q_two/q_one_1')).toBeUndefined();
  });
});
