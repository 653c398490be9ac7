// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { describeRule, type RuleWords } from './describe';
import { parseRule } from './parse';

const JAPANESE: RuleWords = {
  otherwise: 'それ以外',
  choice: title => `「${title}」`,
  not: part => `${part}でない`,
  and: parts => parts.join('かつ'),
  or: parts => parts.join('または'),
  group: part => `（${part}）`,
};

const titles: Record<string, string> = { a: 'Plan', b: 'Test', c: 'Watch' };
const say = (condition: string) =>
  describeRule(parseRule(condition), id => titles[id]);
const sayInJapanese = (condition: string) =>
  describeRule(parseRule(condition), id => titles[id], JAPANESE);

describe('describeRule', () => {
  it.each([
    ['default', 'otherwise'],
    ['a', '“Plan”'],
    ['a && b && c', '“Plan” and “Test” and “Watch”'],
    ['a && (b && c)', '“Plan” and “Test” and “Watch”'],
    ['(a || b) && c', '(“Plan” or “Test”) and “Watch”'],
    ['a && b || !c', '(“Plan” and “Test”) or not “Watch”'],
    ['!(a && b)', 'not (“Plan” and “Test”)'],
  ])('says %s', (condition, words) => {
    expect(say(condition)).toBe(words);
  });

  it('says it in Japanese', () => {
    expect(sayInJapanese('default')).toBe('それ以外');
    expect(sayInJapanese('(a || b) && !c')).toBe(
      '（「Plan」または「Test」）かつ「Watch」でない',
    );
  });
});
