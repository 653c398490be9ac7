// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { NOTIFICATION_LANGUAGES, notificationTexts } from './texts';

describe('notificationTexts', () => {
  const titles = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

  it.each(NOTIFICATION_LANGUAGES)(
    'names five workloads at the most in %s',
    language => {
      const { lookAgain, expiredOf } = notificationTexts(language);
      for (const text of [lookAgain(titles), expiredOf(titles)]) {
        expect(text).toMatch(/a.*b.*c.*d.*e.*2/);
        expect(text).not.toMatch(/f, g|f、g/);
      }
      expect(lookAgain(titles.slice(0, 2))).not.toMatch(/\d/);
    },
  );

  it('counts', () => {
    expect(notificationTexts('en').reviewsDue(1)).toBe('One ML review is due');
    expect(notificationTexts('en').reviewsDue(3)).toBe('3 ML reviews are due');
  });

  it('is whole in every language', () => {
    const { en, ja } = {
      en: notificationTexts('en'),
      ja: notificationTexts('ja'),
    };
    expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
    for (const text of [ja.waiversExpired, ja.waiverUndecided, ja.waiverOver]) {
      expect(text).toMatch(/[\u3040-\u30ff]/);
    }
  });
});
