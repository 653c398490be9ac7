// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';

/**
 * Names the language of the app in the document, so that screen readers speak
 * and browsers hyphenate in it, and Japanese gets Japanese glyphs.
 */
export const DocumentLanguage = () => {
  const api = useApi(appLanguageApiRef);
  useEffect(() => {
    const subscription = api.language$().subscribe(({ language }) => {
      document.documentElement.lang = language;
    });
    return () => subscription.unsubscribe();
  }, [api]);
  return null;
};
