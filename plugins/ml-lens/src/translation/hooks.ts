// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  appLanguageApiRef,
  type TranslationRefTuple,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { mlLensTranslationRef } from './ref';

type Messages = typeof mlLensTranslationRef.T;

/** Keys as they are asked for: the plural forms of a text are one key. */
type MessageKey = keyof Messages extends infer Key
  ? Key extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : Key
  : never;

type Values<Value> = Record<string, Value>;

/**
 * Translates a key. The values fill the `{{ placeholders }}`; `count` chooses
 * the plural form where it is a number. With an element among the values the text is one as well.
 *
 * Written out, since the framework's own type is expanded over every text of
 * the plugin, which takes the compiler out of memory.
 */
export interface Translate {
  (key: MessageKey, values?: Values<string | number>): string;
  (key: MessageKey, values: Values<string | number | JSX.Element>): JSX.Element;
}

/**
 * The text of a key without placeholders, for extensions whose titles the
 * framework translates. Written out for the same reason as {@link Translate}.
 */
export const titleText = mlLensTranslationRef as unknown as (
  key: MessageKey,
) => TranslationRefTuple<undefined>;

/** Texts of the plugin in the language of the app. */
export function useMlLensTranslation(): { t: Translate } {
  return useTranslationRef(mlLensTranslationRef) as unknown as { t: Translate };
}

/**
 * Locale that dates and numbers are written in: the reader's own form of the
 * app's language (`en-GB` for `en`), or the language as such.
 */
export function useLocale(): string {
  const language = useLanguage();
  const [base] = language.split('-');
  return (
    navigator.languages.find(locale => locale.split('-')[0] === base) ??
    language
  );
}

/** Language of the app, e.g. `en` or `ja`; follows a change in the settings. */
export function useLanguage(): string {
  const api = useApi(appLanguageApiRef);
  const [language, setLanguage] = useState(() => api.getLanguage().language);
  useEffect(() => {
    const subscription = api
      .language$()
      .subscribe(next => setLanguage(next.language));
    return () => subscription.unsubscribe();
  }, [api]);
  return language;
}
