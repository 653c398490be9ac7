// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { common } from './en/common';
import { lensProblems } from './en/lensProblems';
import { lenses } from './en/lenses';
import { org } from './en/org';
import { phases } from './en/phases';
import { review } from './en/review';

/**
 * Every text of the plugin. English here, Japanese beside it; other languages
 * come from the app.
 * @public
 */
export const mlLensTranslationRef = createTranslationRef({
  id: 'plugin.ml-lens',
  messages: { common, review, phases, org, lenses, lensProblems },
  translations: {
    // Not checked here but in the files of ./ja, which are typed as the English
    // ones: a type with every flattened key costs the compiler ten seconds.
    ja: () => import('./ja') as Promise<{ default: any }>,
  },
});
