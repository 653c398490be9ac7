// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { jsonDocuments } from './jsonDocuments';

const read = (text: string) =>
  [...jsonDocuments(text)].map(({ source, depth }) => [source, depth]);

describe('documents one after the other', () => {
  it.each<[string, string, [string, number][]]>([
    ['none', ' \n\t', []],
    [
      'on a line each',
      '{"a":1}\n{"b":[2]}',
      [
        ['{"a":1}', 1],
        ['{"b":[2]}', 2],
      ],
    ],
    [
      'on one line',
      '{} [] {}',
      [
        ['{}', 1],
        ['[]', 1],
        ['{}', 1],
      ],
    ],
    ['over many lines', '\n{\n"a": {\n}\n}\n', [['{\n"a": {\n}\n}', 2]]],
    ['in a list', '[\n{},\n{}\n]', [['[\n{},\n{}\n]', 2]]],
    [
      'below a key, after a comma and in a list, on lines of their own',
      '{"a":\n{"b": [\n{}]},\n"c": 1}',
      [['{"a":\n{"b": [\n{}]},\n"c": 1}', 4]],
    ],
    [
      'of which one is cut off',
      '{"a": 1,\n"b": 2\n{"c": 3}',
      [
        ['{"a": 1,\n"b": 2\n', 1],
        ['{"c": 3}', 1],
      ],
    ],
    [
      'of which one is cut off within a text',
      '{"a": "b\n{"c": 3}',
      [
        ['{"a": "b\n', 1],
        ['{"c": 3}', 1],
      ],
    ],
    ['that is not closed', '{"a": [1', [['{"a": [1', 2]]],
    ['with a text that is not closed', '{"a', [['{"a', 1]]],
    [
      'with brackets in a text',
      '{"a": "}]{["} {}',
      [
        ['{"a": "}]{["}', 1],
        ['{}', 1],
      ],
    ],
    [
      'with quotes in a text',
      '{"a": "\\"}"} {}',
      [
        ['{"a": "\\"}"}', 1],
        ['{}', 1],
      ],
    ],
    [
      'with an empty text',
      '{"": ""} []',
      [
        ['{"": ""}', 1],
        ['[]', 1],
      ],
    ],
    [
      'that are none, by their lines',
      'text {\n3',
      [
        ['text {', 0],
        ['3', 0],
      ],
    ],
    [
      'of another on the same line',
      '{"a": {} {"b": 1}}',
      [['{"a": {} {"b": 1}}', 2]],
    ],
  ])('%s', (_, text, documents) => {
    expect(read(text)).toEqual(documents);
  });
});
