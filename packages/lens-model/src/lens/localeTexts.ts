// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ownValue, pointerSteps, pointerTo } from './pointer';

/** One translation, and the text of the document it stands for. */
export interface LocaleText {
  /** JSON pointer inside the language's texts. */
  at: string;
  /** JSON pointer of the text in the document; undefined when there is none. */
  target?: string;
  value: unknown;
}

/**
 * Keys whose values are for people to read. Nothing else can be translated:
 * not ids, conditions or links.
 */
const TEXT_KEYS = new Set([
  'name',
  'title',
  'description',
  'displayText',
  'suits',
  'reason',
  'note',
  'replacedBy',
]);

/** Lists whose items are texts themselves. */
const TEXT_LISTS = new Set(['activities']);

/** What a plain text stands for where the document has an object. */
const MAIN_TEXTS = ['displayText', 'reason', 'title', 'name'];

/**
 * Matches one language's texts with the document. A key that starts with `/`
 * is a JSON pointer to a text. Other keys follow the document's shape, with
 * lists keyed by id (or given as lists, in the same order), questions directly
 * under `questions`, and a plain text for an object that holds one text, such
 * as an improvement plan.
 *
 * @param document - a lens document, possibly an invalid one
 * @param texts - what stands under the language in `locales`
 */
export function matchLocaleTexts(
  document: unknown,
  texts: Readonly<Record<string, unknown>>,
): LocaleText[] {
  const found: LocaleText[] = [];
  const indexes = new WeakMap<object, Map<string, number>>();

  const indexOf = (list: readonly unknown[], id: string): number => {
    let index = indexes.get(list);
    if (!index) {
      index = new Map();
      for (const [i, item] of list.entries()) {
        const own = ownValue(item, 'id') ?? ownValue(item, 'name');
        if (typeof own === 'string' && !index.has(own)) {
          index.set(own, i);
        }
      }
      indexes.set(list, index);
    }
    return index.get(id) ?? -1;
  };

  const walk = (
    value: unknown,
    at: string,
    original: unknown,
    target: string,
    isText: boolean,
  ): void => {
    if (typeof original === 'string') {
      found.push({ at, value, ...(isText && { target }) });
      return;
    }
    if (typeof original !== 'object' || original === null) {
      found.push({ at, value });
      return;
    }
    if (typeof value !== 'object' || value === null) {
      const main = MAIN_TEXTS.find(
        key => typeof ownValue(original, key) === 'string',
      );
      found.push({
        at,
        value,
        ...(main && { target: pointerTo(target, main) }),
      });
      return;
    }
    const inTexts = TEXT_LISTS.has(target.slice(target.lastIndexOf('/') + 1));
    for (const key of Object.keys(value)) {
      const step =
        Array.isArray(original) && !Array.isArray(value)
          ? String(indexOf(original, key))
          : key;
      walk(
        ownValue(value, key),
        pointerTo(at, key),
        ownValue(original, step),
        pointerTo(target, step),
        Array.isArray(original) ? inTexts : TEXT_KEYS.has(key),
      );
    }
  };

  const questions = questionPointers(document);
  for (const key of Object.keys(texts)) {
    const value = texts[key];
    const at = pointerTo('', key);
    if (key.startsWith('/')) {
      found.push({
        at,
        value,
        ...(isTextPointer(document, key) && { target: key }),
      });
    } else if (key === 'questions' && typeof value === 'object' && value) {
      for (const id of Object.keys(value)) {
        const target = questions.get(id) ?? '';
        const original = target === '' ? undefined : valueAt(document, target);
        walk(ownValue(value, id), pointerTo(at, id), original, target, false);
      }
    } else {
      const original = ownValue(document, key);
      walk(value, at, original, pointerTo('', key), TEXT_KEYS.has(key));
    }
  }
  return found;
}

function valueAt(document: unknown, pointer: string): unknown {
  return pointerSteps(pointer)?.reduce<unknown>(ownValue, document);
}

function isTextPointer(document: unknown, pointer: string): boolean {
  const steps = pointerSteps(pointer) ?? [];
  const last = steps[steps.length - 1] ?? '';
  const list = steps[steps.length - 2] ?? '';
  return (
    (TEXT_KEYS.has(last) || TEXT_LISTS.has(list)) &&
    typeof valueAt(document, pointer) === 'string'
  );
}

function questionPointers(document: unknown): Map<string, string> {
  const pointers = new Map<string, string>();
  const each = (value: unknown, visit: (item: unknown, i: number) => void) =>
    Array.isArray(value) && value.forEach(visit);
  each(ownValue(document, 'pillars'), (pillar, i) =>
    each(ownValue(pillar, 'questions'), (question, j) => {
      const id = ownValue(question, 'id');
      if (typeof id === 'string' && !pointers.has(id)) {
        pointers.set(id, `/pillars/${i}/questions/${j}`);
      }
    }),
  );
  return pointers;
}
