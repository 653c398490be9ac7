/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readTechInsightsConfig, type FactTest } from './config';
import { passes } from './passes';

const NOW = Date.parse('2026-06-01T00:00:00Z');

describe('passes', () => {
  it.each<[FactTest, unknown, boolean | undefined]>([
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
    expect(passes(test, fact, NOW)).toBe(expected);
  });
});

describe('readTechInsightsConfig', () => {
  const read = (techInsights: JsonObject) =>
    readTechInsightsConfig(
      new ConfigReader({ mlLens: { evidence: { techInsights } } }),
    );
  const rule = {
    factRetriever: 'registry',
    fact: 'trainedAt',
    within: 'P30D',
    lens: 'own',
    question: 'q',
    title: 'Trained lately',
  };

  it('fills in defaults', () => {
    expect(readTechInsightsConfig(new ConfigReader({}))).toBeUndefined();
    expect(read({ rules: [rule] })).toMatchObject({
      frequency: { hours: 1 },
      rules: [
        { test: { type: 'within', value: { days: 30 } }, ttl: { days: 7 } },
      ],
    });
  });

  it.each<[JsonObject, RegExp]>([
    [{ ...rule, within: undefined }, /rules\[0\]: needs one of/],
    [{ ...rule, title: '' }, /rules\[0\]\.title: /],
    [{ ...rule, url: 'ftp://x' }, /rules\[0\]\.url: must start with/],
    [{ ...rule, ttl: { seconds: 0 } }, /rules\[0\]\.ttl: must be longer/],
  ])('refuses %j', (bad, message) => {
    expect(() => read({ rules: [bad] })).toThrow(message);
  });

  it('refuses to ask all the time', () => {
    expect(() => read({ frequency: { seconds: 1 }, rules: [rule] })).toThrow(
      /frequency: must be 1 minute or more/,
    );
  });
});
