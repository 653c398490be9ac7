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

/** Every other language, with the words it shares with English. */
const LANGUAGES: [
  name: string,
  messages: Record<string, string>,
  shared: string[],
][] = [['Japanese', japanese, ['ML Lens', 'CRISP-DM']]];

/** Patterns of nothing but placeholders are the same in any language. */
function hasWords(text: string) {
  return /[a-z]{2}/i.test(text.replace(/\{\{.*?\}\}/g, ''));
}

function placeholders(text: string) {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(match => match[1]).sort();
}

/** Counted texts that lack one of the two forms. */
function halves(messages: Record<string, string>) {
  return Object.keys(messages).filter(key => {
    const other = key.endsWith('_one')
      ? key.replace(/_one$/, '_other')
      : key.endsWith('_other') && key.replace(/_other$/, '_one');
    return other && !(other in messages);
  });
}

describe('English', () => {
  it('says every problem of a lens file', () => {
    const said = LENS_PROBLEM_CODES.map(code => `lensProblems.${code}`);
    expect(said.filter(key => !(key in en))).toEqual([]);
  });

  it('has both plural forms of every counted text', () => {
    expect(halves(en)).toEqual([]);
  });
});

describe.each(LANGUAGES)('%s', (_, messages, shared) => {
  it('has every text, and none that English lacks', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
  });

  it('leaves no text in English', () => {
    const untranslated = Object.keys(en).filter(
      key =>
        hasWords(en[key]) &&
        messages[key] === en[key] &&
        !shared.includes(en[key]),
    );
    expect(untranslated).toEqual([]);
  });

  it('has both plural forms of every counted text', () => {
    expect(halves(messages)).toEqual([]);
  });

  it('fills the placeholders that English fills', () => {
    const differing = Object.keys(en).filter(key => {
      const plural = /_(one|other)$/.test(key);
      const [a, b] = [placeholders(en[key]), placeholders(messages[key] ?? '')];
      // A plural form may leave its number out.
      const strip = (names: string[]) =>
        plural ? names.filter(name => name !== 'count') : names;
      return strip(a).join() !== strip(b).join();
    });
    expect(differing).toEqual([]);
  });
});
