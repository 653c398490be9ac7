// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  mlLensEvidenceOf,
  mlLensFactPasses,
  type MlLensFactRule,
  type MlLensFactTest,
} from './factRules';

const NOW = Date.parse('2026-06-01T00:00:00Z');

describe('a test of a fact', () => {
  it.each<[MlLensFactTest, unknown, boolean | undefined]>([
    [{ type: 'equals', value: true }, true, true],
    [{ type: 'equals', value: true }, false, false],
    [{ type: 'equals', value: true }, 'true', undefined],
    [{ type: 'equals', value: 'gold' }, 'gold', true],
    [{ type: 'atLeast', value: 3 }, 3, true],
    [{ type: 'atLeast', value: 3 }, 2.9, false],
    [{ type: 'atMost', value: 3 }, 3, true],
    [{ type: 'atMost', value: 3 }, 3.1, false],
    [{ type: 'atMost', value: 3 }, '2', undefined],
    [{ type: 'includes', value: 'drift' }, ['drift', 'bias'], true],
    [{ type: 'includes', value: 'drift' }, [], false],
    [{ type: 'includes', value: 'drift' }, 'drift', undefined],
    [{ type: 'within', value: { days: 2 } }, '2026-05-30T00:00:00Z', true],
    [{ type: 'within', value: { days: 2 } }, '2026-05-29T23:59:59Z', false],
    [{ type: 'within', value: { days: 2 } }, 'lately', undefined],
    [{ type: 'equals', value: false }, null, undefined],
    [{ type: 'equals', value: false }, undefined, undefined],
  ])('%j of %j is %s', (test, fact, expected) => {
    expect(mlLensFactPasses(test, fact, NOW)).toBe(expected);
  });
});

describe('what a rule says', () => {
  const rule: MlLensFactRule = {
    question: 'q',
    choice: 'c',
    key: 'card',
    title: (passed, judged) => `${passed} of ${judged} have a card`,
    otherwise: {
      verdict: 'CONTRADICTS',
      title: (passed, judged) => `${judged - passed} have none`,
    },
    ttl: { days: 1 },
  };
  const at = (hour: number, passed: boolean) => ({
    passed,
    observedAt: `2026-06-01T0${hour}:00:00.000Z`,
    url: `https://example.com/${hour}`,
  });

  it('is nothing of nothing, and nothing bad where the rule has no words for it', () => {
    expect(mlLensEvidenceOf(rule, [])).toEqual([]);
    expect(
      mlLensEvidenceOf({ ...rule, otherwise: undefined }, [at(1, false)]),
    ).toEqual([]);
  });

  it('is as old as the oldest it rests on, and leads to the first that fails', () => {
    expect(mlLensEvidenceOf(rule, [at(3, true), at(2, true)])).toEqual([
      {
        questionId: 'q',
        choiceId: 'c',
        key: 'card',
        verdict: 'SUPPORTS',
        title: '2 of 2 have a card',
        url: 'https://example.com/3',
        observedAt: '2026-06-01T02:00:00.000Z',
        ttl: { days: 1 },
      },
    ]);
    expect(mlLensEvidenceOf(rule, [at(1, true), at(3, false)])).toMatchObject([
      {
        verdict: 'CONTRADICTS',
        title: '1 have none',
        url: 'https://example.com/3',
        observedAt: '2026-06-01T01:00:00.000Z',
      },
    ]);
  });
});
