// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export const REVIEW = { workload: 'pricing', lens: 'phased' };
export const BY = { by: 'user:default/kim' };

/** The first practice of a question, answered at an instant. */
export function answer(at: string, question: string, more: object = {}) {
  return {
    type: 'answer',
    ...REVIEW,
    question,
    at,
    ...BY,
    selectedChoices: [`${question}_a`],
    ...more,
  };
}

export function jsonLines(...lines: object[]): string {
  return lines.map(line => `${JSON.stringify(line)}\n`).join('');
}

const GATE = { gate: 'ready', number: 1, name: 'Ready', phase: 'frame' };

/** Everything a line can say, in the order an export gives it. */
export const FULL = jsonLines(
  {
    type: 'profile',
    workload: 'pricing',
    layer: 'ml-services',
    skill: 'low',
    timeToMarket: null,
    customization: 'high',
    at: '2026-01-01T08:00:00Z',
    ...BY,
  },
  {
    type: 'target',
    ...REVIEW,
    phase: 'run',
    targetDate: '2026-12-15',
    plannedStart: '2026-11-01',
    at: '2026-01-01T09:00:00Z',
    ...BY,
  },
  {
    ...REVIEW,
    type: 'answer',
    lensVersion: '1',
    question: 'goal',
    at: '2026-01-02T09:00:00.250Z',
    ...BY,
    selectedChoices: ['goal_a'],
    notApplicableChoices: [
      { choiceId: 'goal_b', reason: 'OUT_OF_SCOPE', notes: 'none here' },
    ],
    notes: '価格 “quoted”',
    evidence: [{ title: 'Minutes', url: 'https://example.com/m' }],
  },
  answer('2026-01-03T09:00:00Z', 'data', {
    selectedChoices: [],
    notApplicable: { reason: 'OTHER', notes: 'bought in' },
  }),
  answer('2026-01-03T09:00:00Z', 'drift', {
    lensVersion: '2',
    selectedChoices: ['drift_no'],
  }),
  {
    type: 'iteration',
    ...REVIEW,
    phase: 'frame',
    reason: 'Goals changed',
    at: '2026-01-04T09:00:00Z',
    ...BY,
  },
  {
    type: 'milestone',
    ...REVIEW,
    name: 'Launch',
    note: 'First customers',
    at: '2026-01-05T09:00:00Z',
    ...BY,
  },
  answer('2026-01-06T09:00:00Z', 'goal'),
  {
    type: 'confirmed',
    ...REVIEW,
    question: 'goal',
    at: '2026-01-06T10:00:00Z',
    ...BY,
  },
  {
    type: 'confirmed',
    ...REVIEW,
    question: 'goal',
    notes: 'Looked at',
    at: '2026-01-06T11:00:00Z',
    ...BY,
  },
  {
    type: 'phase',
    ...REVIEW,
    phase: 'prepare',
    at: '2026-01-06T12:00:00Z',
    ...BY,
  },
  {
    type: 'model-version',
    ...REVIEW,
    source: 'mlflow',
    name: 'prices',
    version: '7',
    questions: ['drift'],
    versionAt: '2026-01-06T12:30:00.000Z',
    at: '2026-01-06T13:00:00Z',
    ...BY,
  },
  {
    type: 'gate-request',
    ...REVIEW,
    at: '2026-01-06T14:00:00Z',
    ...BY,
    ...GATE,
    comment: 'Please look',
  },
  {
    type: 'gate-decision',
    ...REVIEW,
    at: '2026-01-06T15:00:00Z',
    by: 'user:default/lea',
    ...GATE,
    decision: 'GO_WITH_CONDITIONS',
    conditions: [
      { questionId: 'goal', choiceId: 'goal_a', dueDate: '2026-03-01' },
    ],
    basis: { seq: 12, requirements: [], score: 40 },
  },
  {
    type: 'target',
    ...REVIEW,
    phase: 'run',
    targetDate: null,
    at: '2026-01-07T09:00:00Z',
    ...BY,
  },
);
