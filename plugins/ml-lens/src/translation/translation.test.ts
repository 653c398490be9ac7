// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_PROBLEM_CODES } from '@ml-lens/lens-model';
import { flatten } from './flatten';
import { common } from './en/common';
import { lensProblems } from './en/lensProblems';
import { lenses } from './en/lenses';
import { org } from './en/org';
import { phases } from './en/phases';
import { review } from './en/review';
import japanese from './ja';

const en: Record<string, string> = flatten({
  common,
  review,
  phases,
  org,
  lenses,
  lensProblems,
});
const ja: Record<string, string> = japanese;

/** Names, and patterns of nothing but placeholders, are the same in any language. */
const SAME_IN_BOTH = new Set(['ML Lens', 'CRISP-DM']);

function isTranslatable(text: string) {
  const words = text.replace(/\{\{.*?\}\}/g, '');
  return /[a-z]{2}/i.test(words) && !SAME_IN_BOTH.has(text);
}

function placeholders(text: string) {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(match => match[1]).sort();
}

describe('translations', () => {
  it('has every text in Japanese, and no text English lacks', () => {
    expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
  });

  it('says every problem of a lens file', () => {
    const said = LENS_PROBLEM_CODES.map(code => `lensProblems.${code}`);
    expect(said.filter(key => !(key in en && key in ja))).toEqual([]);
  });

  it('leaves no English text in Japanese', () => {
    const untranslated = Object.keys(en).filter(
      key => isTranslatable(en[key]) && ja[key] === en[key],
    );
    expect(untranslated).toEqual([]);
  });

  it('has both plural forms of every counted text', () => {
    for (const messages of [en, ja]) {
      const halves = Object.keys(messages).filter(key => {
        const other = key.endsWith('_one')
          ? key.replace(/_one$/, '_other')
          : key.endsWith('_other') && key.replace(/_other$/, '_one');
        return other && !(other in messages);
      });
      expect(halves).toEqual([]);
    }
  });

  it('fills the same placeholders in both languages', () => {
    const differing = Object.keys(en).filter(key => {
      const plural = /_(one|other)$/.test(key);
      const [a, b] = [placeholders(en[key]), placeholders(ja[key] ?? '')];
      // A plural form may leave its number out.
      const strip = (names: string[]) =>
        plural ? names.filter(name => name !== 'count') : names;
      return strip(a).join() !== strip(b).join();
    });
    expect(differing).toEqual([]);
  });
});
