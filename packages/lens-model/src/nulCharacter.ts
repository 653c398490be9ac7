// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What is said of a text with a NUL character.
 * @public
 */
export const NUL_MESSAGE = 'must not contain the NUL character';

/** A value somewhere in a document; the path to it is made when needed. */
interface Place {
  value: unknown;
  key: PropertyKey;
  parent: Place | undefined;
}

/**
 * Path of the text or key with a NUL character within a JSON value, which no
 * database text can hold; undefined where there is none. Walks without
 * recursion and without copying paths, so that deep nesting costs nothing.
 *
 * @public
 */
export function pathOfNul(root: unknown): PropertyKey[] | undefined {
  const todo: Place[] = [{ value: root, key: '', parent: undefined }];
  for (let place = todo.pop(); place; place = todo.pop()) {
    const { value } = place;
    if (typeof value === 'string') {
      if (value.includes('\u0000')) {
        return pathTo(place);
      }
    } else if (value && typeof value === 'object') {
      const list = Array.isArray(value);
      for (const [key, item] of Object.entries(value)) {
        const inner = {
          value: item,
          key: list ? Number(key) : key.replaceAll('\u0000', '\\u0000'),
          parent: place,
        };
        if (inner.key !== key && !list) {
          return pathTo(inner);
        }
        todo.push(inner);
      }
    }
  }
  return undefined;
}

function pathTo(place: Place): PropertyKey[] {
  const path: PropertyKey[] = [];
  for (let at = place; at.parent; at = at.parent) {
    path.push(at.key);
  }
  return path.reverse();
}
