// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Risk, compileLens } from '@ml-lens/lens-model';
import { fixtureLens } from '../__testUtils__/lens';
import { nextSteps } from './steps';

const lens = compileLens(fixtureLens, { id: 'small-lens', version: '1' });

function steps(risks: Record<string, Risk>, accepted: string[] = []) {
  return nextSteps(
    lens,
    ({ id }) => {
      const risk = risks[id] ?? 'NONE';
      const points = { NONE: 1, MEDIUM: 0.4 }[risk as string] ?? 0;
      return { risk, points };
    },
    id => accepted.includes(id),
  ).map(({ question, risk, gain }) => [question.id, risk, gain]);
}

describe('nextSteps', () => {
  it('begins with the earliest phase that is not complete, by gain', () => {
    expect(
      steps({ clean: 'UNANSWERED', label: 'UNANSWERED', compare: 'HIGH' }),
    ).toEqual([
      ['label', 'UNANSWERED', 40],
      ['clean', 'UNANSWERED', 20],
      ['compare', 'HIGH', 20],
    ]);
  });

  it('puts a risk before a gap of the same gain', () => {
    expect(steps({ compare: 'UNANSWERED', spend: 'HIGH' })).toEqual([
      ['spend', 'HIGH', 20],
      ['compare', 'UNANSWERED', 20],
    ]);
  });

  it('counts gains over the questions that apply', () => {
    expect(steps({ clean: 'HIGH', label: 'NOT_APPLICABLE' })).toEqual([
      ['clean', 'HIGH', (100 * 1) / 3],
    ]);
  });

  it('comes to accepted risks only when nothing else is left', () => {
    expect(steps({ clean: 'HIGH', spend: 'MEDIUM' }, ['clean'])).toEqual([
      ['spend', 'MEDIUM', 12],
    ]);
    expect(steps({ clean: 'HIGH' }, ['clean'])).toEqual([
      ['clean', 'HIGH', 20],
    ]);
  });

  it('comes to medium risks only when nothing else is left', () => {
    expect(steps({ clean: 'MEDIUM', spend: 'HIGH' })).toEqual([
      ['spend', 'HIGH', 20],
    ]);
    expect(steps({ clean: 'MEDIUM' })).toEqual([['clean', 'MEDIUM', 12]]);
    expect(steps({})).toEqual([]);
  });
});
