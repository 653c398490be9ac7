// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  answerOf,
  lensFixture,
  questionFixture,
  selected,
} from '../__testUtils__/lensFixture';
import type { LensRiskRule } from '../lens/document';
import type { AnswerState, Risk } from '../model';
import { evaluateAnswer } from './risk';

function questionWith(...riskRules: LensRiskRule[]) {
  const lens = lensFixture({
    pillars: [
      {
        id: 'security',
        name: 'Security',
        questions: [questionFixture('q', { size: 3, riskRules })],
      },
    ],
  });
  return lens.question('q')!;
}

/** Every practice is not applicable. */
function moot(...selectedChoices: string[]): AnswerState {
  return {
    ...selected(...selectedChoices),
    notApplicableChoices: ['q_1', 'q_2', 'q_3'].map(choiceId => ({
      choiceId,
      reason: 'ARCHITECTURE_CONSTRAINTS',
    })),
  };
}

const usual = questionWith(
  { condition: 'q_1 && q_2', risk: 'NO_RISK' },
  { condition: 'q_1', risk: 'MEDIUM_RISK' },
  { condition: 'default', risk: 'HIGH_RISK' },
);

describe('evaluateAnswer', () => {
  it.each<[string, AnswerState | undefined, Risk]>([
    ['no answer', undefined, 'UNANSWERED'],
    ['nothing selected', selected(), 'UNANSWERED'],
    ['notes alone', { ...selected(), notes: 'later' }, 'UNANSWERED'],
    [
      'a choice not applicable and nothing selected',
      {
        ...selected(),
        notApplicableChoices: [{ choiceId: 'q_1', reason: 'OTHER' }],
      },
      'UNANSWERED',
    ],
    [
      'every practice not applicable and nothing selected',
      moot(),
      'NOT_APPLICABLE',
    ],
    ['none of these beside practices not applicable', moot('q_no'), 'HIGH'],
    [
      'a question not applicable',
      answerOf('q', 'NOT_APPLICABLE'),
      'NOT_APPLICABLE',
    ],
    [
      'a question not applicable with choices selected',
      { ...selected('q_1'), notApplicable: { reason: 'NONE' } },
      'NOT_APPLICABLE',
    ],
    ['the first rule', selected('q_1', 'q_2'), 'NONE'],
    ['the second rule', selected('q_1', 'q_3'), 'MEDIUM'],
    ['the default', selected('q_2'), 'HIGH'],
    ['none of these', selected('q_no'), 'HIGH'],
    [
      'a choice not applicable, which counts as done',
      {
        ...selected('q_1'),
        notApplicableChoices: [{ choiceId: 'q_2', reason: 'OUT_OF_SCOPE' }],
      },
      'NONE',
    ],
  ])('%s', (_, state, risk) => {
    expect(evaluateAnswer(usual, state)).toEqual({ risk, ruleMatched: true });
  });

  it('takes the first rule that holds in file order, whatever its risk', () => {
    const worstFirst = questionWith(
      { condition: '!q_3', risk: 'HIGH_RISK' },
      { condition: 'default', risk: 'MEDIUM_RISK' },
      { condition: 'q_1', risk: 'NO_RISK' },
    );
    expect(evaluateAnswer(worstFirst, selected('q_1')).risk).toBe('HIGH');
    expect(evaluateAnswer(worstFirst, selected('q_1', 'q_3')).risk).toBe(
      'MEDIUM',
    );
  });

  it('is HIGH and says so when no rule holds', () => {
    const noDefault = questionWith({ condition: 'q_1', risk: 'NO_RISK' });
    expect(evaluateAnswer(noDefault, selected('q_no'))).toEqual({
      risk: 'HIGH',
      ruleMatched: false,
    });
  });

  it('leaves a question without practices unanswered until it is answered', () => {
    const alone = questionWith({ condition: 'default', risk: 'NO_RISK' });
    const empty = { ...alone, practices: [] };
    expect(evaluateAnswer(empty, selected()).risk).toBe('UNANSWERED');
  });

  it('does not let a negation rate an untouched question', () => {
    const negated = questionWith({ condition: '!q_1', risk: 'NO_RISK' });
    expect(evaluateAnswer(negated, selected()).risk).toBe('UNANSWERED');
  });
});
