// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensListItem } from '@ml-lens/backstage-plugin-ml-lens-common';

/** A text in a language, in that language without its region, or as written. */
function inLanguage(
  texts: Record<string, string>,
  language: string,
  otherwise: string,
): string {
  return texts[language] ?? texts[language.split('-')[0]] ?? otherwise;
}

/** Name of a lens in a language. */
export function lensName(
  item: Pick<LensListItem, 'name' | 'names'>,
  language: string,
): string {
  return inLanguage(item.names, language, item.name);
}

/** Description of a lens in a language. */
export function lensDescription(
  item: Pick<LensListItem, 'description' | 'descriptions'>,
  language: string,
): string {
  return inLanguage(item.descriptions, language, item.description);
}
