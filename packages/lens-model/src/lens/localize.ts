// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensDocument } from './document';
import { matchLocaleTexts } from './localeTexts';
import { pointerSteps } from './pointer';

/**
 * The document with its texts in another language. Texts that are not
 * translated stay as they are; so does the whole document when it has neither
 * the language (`ja-JP`) nor the language without its region (`ja`).
 *
 * @param document - a valid document; it is not changed
 * @param language - a BCP 47 language tag
 * @public
 */
export function localizeLens(
  document: LensDocument,
  language: string,
): LensDocument {
  const texts = textsFor(document, language);
  if (!texts) {
    return document;
  }
  const result = { ...document };
  const copies = new WeakSet<object>([result]);
  for (const { target, value } of matchLocaleTexts(document, texts)) {
    if (target === undefined || typeof value !== 'string' || !value.trim()) {
      continue;
    }
    const steps = pointerSteps(target)!;
    const last = steps.pop()!;
    let node = result as Record<string, unknown>;
    for (const step of steps) {
      let next = node[step] as Record<string, unknown>;
      if (!copies.has(next)) {
        next = (Array.isArray(next) ? [...next] : { ...next }) as typeof next;
        copies.add(next);
        node[step] = next;
      }
      node = next;
    }
    node[last] = value;
  }
  return result;
}

function textsFor(
  document: LensDocument,
  language: string,
): Record<string, unknown> | undefined {
  const locales = Object.entries(document.locales ?? {});
  const wanted = language.toLowerCase().replace(/_/g, '-');
  const [base] = wanted.split('-');
  for (const tag of [wanted, base]) {
    const match = locales.find(
      ([key]) => key.toLowerCase().replace(/_/g, '-') === tag,
    );
    if (match) {
      return match[1];
    }
  }
  return undefined;
}
