// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_LIMITS } from '../document';
import { matchLocaleTexts } from '../localeTexts';
import { pointerTo } from '../pointer';
import type { Entry } from './Entry';
import { checkObject, checkProse } from './values';

const LONG_TEXT = 10_000;

/** Limits of texts by their key; translations obey the same as originals. */
const MOST: Readonly<Record<string, number>> = {
  name: LENS_LIMITS.name,
  title: LENS_LIMITS.title,
  displayText: LENS_LIMITS.displayText,
};

/** Checks `locales`: languages, and that every text translates something. */
export function checkLocales(lens: Entry): void {
  const { problems } = lens;
  const value = lens.get('locales');
  if (value === undefined) {
    return;
  }
  const locales = checkObject(problems, value, '/locales', '"locales"');
  for (const [language, said] of Object.entries(locales ?? {})) {
    const pointer = pointerTo('/locales', language);
    if (!isLanguage(language)) {
      problems.warn(
        pointer,
        'INVALID_LANGUAGE',
        `"${language.slice(
          0,
          40,
        )}" is not a language tag such as "ja" or "pt-BR", so nobody will see these texts.`,
        { language: language.slice(0, 40) },
      );
    }
    const what = 'The texts of a language';
    const texts = checkObject(problems, said, pointer, what);
    for (const text of texts ? matchLocaleTexts(lens.value, texts) : []) {
      const at = `${pointer}${text.at}`;
      if (text.target === undefined) {
        problems.warn(
          at,
          'UNKNOWN_LOCALE_KEY',
          'This translates nothing: the document has no text at this place. Check the id or key, or remove the entry.',
        );
        continue;
      }
      const key = text.target.slice(text.target.lastIndexOf('/') + 1);
      checkProse(problems, text.value, at, 'The translation', {
        max: MOST[key] ?? LONG_TEXT,
        blank: true,
      });
    }
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
