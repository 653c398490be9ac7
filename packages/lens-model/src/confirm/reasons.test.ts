// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { documentFixture, questionFixture } from '../__testUtils__/lensFixture';
import { compileLens } from '../lens/compile';
import type { LensQuestion } from '../lens/document';
import { durationOf } from '../lens/duration';
import {
  answerAges,
  concerns,
  questionsChanged,
  questionsConcerned,
} from './reasons';

const DAY = 86_400_000;

const lensOf = (...questions: LensQuestion[]) =>
  compileLens(
    documentFixture({ pillars: [{ id: 'all', name: 'All', questions }] }),
    { id: 'fixture', version: '1' },
  );

describe('durations', () => {
  it.each([
    ['P1D', DAY],
    ['P30D', 30 * DAY],
    ['P1M', 30 * DAY],
    ['P1Y', 365 * DAY],
    ['PT36H', 1.5 * DAY],
  ])('%s is %d ms', (text, milliseconds) => {
    expect(durationOf(text)).toBe(milliseconds);
  });

  it.each(['', 'P', '30 days', 'PT23H59M59S', 'P-1Y', 'P0D', 'P99999999999Y'])(
    '"%s" is none that answers hold for',
    text => expect(durationOf(text)).toBeUndefined(),
  );
});

describe('reasons to confirm', () => {
  const silent = questionFixture('silent');
  const aged = questionFixture('aged', { confirm: { age: 'P30D' } });
  const owned = questionFixture('owned', {
    confirm: { on: ['OWNER_CHANGED'] },
  });
  const deaf = questionFixture('deaf', { confirm: { on: [], age: 'P1M' } });
  const lens = lensOf(silent, aged, owned, deaf);

  it('are what the lens says, or a change of it and what contradicts', () => {
    expect(questionsConcerned(lens, 'LENS_CHANGED')).toEqual([
      'silent',
      'aged',
    ]);
    expect(questionsConcerned(lens, 'EVIDENCE_CONTRADICTS')).toEqual([
      'silent',
      'aged',
    ]);
    expect(questionsConcerned(lens, 'OWNER_CHANGED')).toEqual(['owned']);
    expect(questionsConcerned(lens, 'AGE')).toEqual(['aged', 'deaf']);
    expect(concerns({ source: silent }, 'AGE')).toBe(false);
    expect(concerns({ source: deaf }, 'LENS_CHANGED')).toBe(false);
  });

  it('are ages, each with the questions that say so', () => {
    const yearly = questionFixture('yearly', { confirm: { age: 'P1Y' } });
    const wrong = questionFixture('wrong', { confirm: { age: 'soon' } });
    expect([...answerAges(lensOf(silent, aged, deaf, yearly, wrong))]).toEqual([
      [30 * DAY, ['aged', 'deaf']],
      [365 * DAY, ['yearly']],
    ]);
  });

  it('are questions judged by other rules or of other practices', () => {
    const [none] = silent.choices.slice(-1);
    const after = lensOf(
      { ...silent, title: 'In other words' },
      { ...aged, riskRules: [{ condition: 'default', risk: 'HIGH_RISK' }] },
      { ...owned, riskRules: [{ condition: 'default', risk: 'HIGH_RISK' }] },
      { ...deaf, choices: [...deaf.choices, { id: 'more', title: 'More' }] },
      questionFixture('new'),
    );
    expect(questionsChanged(lens, after)).toEqual(['aged']);

    const more = { ...silent, choices: [...silent.choices] };
    more.choices.splice(0, 0, { id: 'more', title: 'More' });
    expect(questionsChanged(lens, lensOf(more))).toEqual(['silent']);
    expect(questionsChanged(lensOf(more), lensOf(silent))).toEqual(['silent']);
    const reworded = { ...none, title: 'Not one of them' };
    expect(
      questionsChanged(
        lensOf(silent),
        lensOf({
          ...silent,
          choices: [...silent.choices.slice(0, -1), reworded],
        }),
      ),
    ).toEqual([]);
  });
});
