/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { NOTICE_LANGUAGES, noticeTexts } from './texts';

describe('noticeTexts', () => {
  const titles = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

  it.each(NOTICE_LANGUAGES)(
    'names five workloads at the most in %s',
    language => {
      const { lookAgain, expiredOf } = noticeTexts(language);
      for (const text of [lookAgain(titles), expiredOf(titles)]) {
        expect(text).toMatch(/a.*b.*c.*d.*e.*2/);
        expect(text).not.toMatch(/f, g|f、g/);
      }
      expect(lookAgain(titles.slice(0, 2))).not.toMatch(/\d/);
    },
  );

  it('counts', () => {
    expect(noticeTexts('en').reviewsDue(1)).toBe('One ML review is due');
    expect(noticeTexts('en').reviewsDue(3)).toBe('3 ML reviews are due');
  });

  it('is whole in every language', () => {
    const { en, ja } = { en: noticeTexts('en'), ja: noticeTexts('ja') };
    expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
    for (const text of [ja.waiversExpired, ja.waiverUndecided, ja.waiverOver]) {
      expect(text).toMatch(/[\u3040-\u30ff]/);
    }
  });
});
