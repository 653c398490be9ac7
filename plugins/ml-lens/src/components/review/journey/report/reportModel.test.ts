// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Answer, compileLens, emptyAnswer } from '@ml-lens/lens-model';
import { mootItems, questionsOfRisk } from './reportModel';

const choices = (id: string) =>
  ['a', 'b', 'c', 'no'].map(choice => ({
    id: `${id}_${choice}`,
    title: `${id} ${choice}`,
  }));

const lens = compileLens(
  {
    schemaVersion: '2021-11-01',
    name: 'Lens',
    description: '',
    pillars: [
      {
        id: 'security',
        name: 'Security',
        questions: ['one', 'two'].map(id => ({
          id,
          title: `Is ${id} done?`,
          description: '',
          choices: choices(id),
          riskRules: [{ condition: 'default', risk: 'HIGH_RISK' as const }],
        })),
      },
    ],
  },
  { id: 'lens', version: '1' },
);

const answers: Record<string, Partial<Answer>> = {
  one: {
    risk: 'HIGH',
    selectedChoices: ['one_a'],
    notApplicableChoices: [
      { choiceId: 'one_b', reason: 'OTHER', notes: 'Bought in' },
    ],
  },
  two: {
    risk: 'NOT_APPLICABLE',
    notApplicable: { reason: 'OUT_OF_SCOPE' },
    notApplicableChoices: [{ choiceId: 'two_a', reason: 'OTHER' }],
  },
};
const answerOf = (id: string): Answer => ({ ...emptyAnswer(), ...answers[id] });

describe('report', () => {
  it('lists every practice once, and "none of these" never', () => {
    expect(questionsOfRisk(lens, answerOf, 'HIGH')).toMatchObject([
      {
        inPlace: ['one a'],
        missing: ['one c'],
        moot: [{ title: 'one b', reason: 'OTHER', notes: 'Bought in' }],
      },
    ]);
    expect(questionsOfRisk(lens, answerOf, 'MEDIUM')).toEqual([]);
  });

  it('names what was left out; a whole question stands for its practices', () => {
    expect(mootItems(lens, answerOf)).toEqual([
      {
        id: 'one/one_b',
        question: 'Is one done?',
        practice: 'one b',
        reason: 'OTHER',
        notes: 'Bought in',
      },
      { id: 'two', question: 'Is two done?', reason: 'OUT_OF_SCOPE' },
    ]);
  });
});
