// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** Nested messages: areas, groups, texts. */
export type NestedMessages = { [key: string]: string | NestedMessages };

/** `{ a: { b: 'x' } }` as `{ 'a.b': 'x' }`, the form translations are given in. */
export function flatten(
  messages: NestedMessages,
  prefix = '',
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') {
      result[`${prefix}${key}`] = value;
    } else {
      Object.assign(result, flatten(value, `${prefix}${key}.`));
    }
  }
  return result;
}
