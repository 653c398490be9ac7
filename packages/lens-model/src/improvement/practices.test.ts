// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { compileQuestion } from '../lens/compile';
import { emptyAnswerState } from '../scoring';
import { practiceStatesOf } from './practices';

const question = compileQuestion(
  {
    id: 'backups',
    title: 'Backups',
    choices: [
      { id: 'backup_data', title: 'Data' },
      { id: 'backup_test', title: 'Tests' },
      { id: 'backups_no', title: 'None of these' },
    ],
    riskRules: [
      { condition: 'backup_data && backup_test', risk: 'NO_RISK' },
      { condition: 'backup_data', risk: 'MEDIUM_RISK' },
      { condition: 'default', risk: 'HIGH_RISK' },
    ],
  },
  'reliability',
);

describe('practiceStatesOf', () => {
  it('judges nothing before there is an answer', () => {
    expect(practiceStatesOf(question, undefined)).toEqual([]);
    expect(practiceStatesOf(question, emptyAnswerState())).toEqual([]);
    expect(
      practiceStatesOf(question, {
        ...emptyAnswerState(),
        selectedChoices: ['backup_data'],
        notApplicable: { reason: 'OTHER' },
      }),
    ).toEqual([]);
  });

  it('says what is in place and what adding the rest alone would do', () => {
    expect(
      practiceStatesOf(question, {
        ...emptyAnswerState(),
        selectedChoices: ['backup_data'],
      }),
    ).toEqual([
      { choiceId: 'backup_data', state: 'met', riskIfDone: null },
      { choiceId: 'backup_test', state: 'unmet', riskIfDone: 'NONE' },
    ]);
  });

  it('takes "none of these" back for what is added', () => {
    expect(
      practiceStatesOf(question, {
        ...emptyAnswerState(),
        selectedChoices: ['backups_no'],
      }),
    ).toEqual([
      { choiceId: 'backup_data', state: 'unmet', riskIfDone: 'MEDIUM' },
      { choiceId: 'backup_test', state: 'unmet', riskIfDone: 'HIGH' },
    ]);
  });

  it('leaves out what does not apply', () => {
    expect(
      practiceStatesOf(question, {
        ...emptyAnswerState(),
        selectedChoices: ['backups_no'],
        notApplicableChoices: [{ choiceId: 'backup_test', reason: 'OTHER' }],
      }),
    ).toEqual([
      { choiceId: 'backup_data', state: 'unmet', riskIfDone: 'NONE' },
      { choiceId: 'backup_test', state: 'moot', riskIfDone: null },
    ]);
  });
});
