// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readTechInsightsConfig } from './config';

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
        {
          test: { type: 'within', value: { days: 30 } },
          rule: { key: 'registry.trainedAt', ttl: { days: 7 } },
        },
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
