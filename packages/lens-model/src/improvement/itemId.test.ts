// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { improvementItemId, parseImprovementItemId } from './itemId';

describe('improvementItemId', () => {
  it('is one text that leads back to the item', () => {
    const item = {
      workloadId: 'demand-forecasting',
      lensId: 'aws/ml lens',
      questionId: '目標',
      choiceId: 'BG01',
    };
    const text = improvementItemId(item);
    expect(text).toBe(
      'demand-forecasting/aws%2Fml%20lens/%E7%9B%AE%E6%A8%99/BG01',
    );
    expect(parseImprovementItemId(text)).toEqual(item);
  });

  it.each(['', 'a/b/c', 'a/b/c/', 'a/b/c/d/e', 'a/b/c/%'])(
    'is not %j',
    text => {
      expect(parseImprovementItemId(text)).toBeUndefined();
    },
  );
});
