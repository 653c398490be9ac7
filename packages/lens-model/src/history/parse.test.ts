// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { formatHistoryLine, parseHistory } from './parse';
import type { HistoryLine } from './HistoryLine';

const common = {
  workload: 'card-fraud',
  at: '2026-03-01T09:30:00.000Z',
  by: 'user:default/ada',
};
const answer = {
  type: 'answer',
  ...common,
  lens: 'aws-ml-lens',
  question: 'bg_goal',
  selectedChoices: ['BG01'],
};
const text = (...lines: unknown[]) =>
  lines
    .map(line => (typeof line === 'string' ? line : JSON.stringify(line)))
    .join('\n');

describe('parseHistory', () => {
  const every: HistoryLine[] = [
    {
      type: 'answer',
      ...common,
      lens: 'aws-ml-lens',
      lensVersion: '2020-04',
      question: 'bg_goal',
      selectedChoices: ['BG01'],
      notApplicableChoices: [
        { choiceId: 'BG08', reason: 'OUT_OF_SCOPE', notes: 'Not here' },
      ],
      notApplicable: null,
      notes: 'Stop fraud',
      evidence: [{ title: 'Loss model', url: 'https://wiki.example.com/loss' }],
    },
    {
      type: 'target',
      ...common,
      lens: 'aws-ml-lens',
      phase: 'deploy',
      targetDate: '2026-12-15',
    },
    {
      type: 'iteration',
      ...common,
      lens: 'aws-ml-lens',
      phase: 'deploy',
      reason: 'Drift in production',
    },
    {
      type: 'milestone',
      ...common,
      lens: 'aws-ml-lens',
      name: 'Launch',
      note: 'Live in four markets',
    },
    {
      type: 'profile',
      ...common,
      layer: 'ml-services',
      skill: 'medium',
      timeToMarket: 'medium',
      customization: 'high',
    },
  ];

  it('reads back every kind of line as it was written', () => {
    const { lines, problems } = parseHistory(
      every.map(formatHistoryLine).join('\n'),
    );
    expect(problems).toEqual([]);
    expect(lines).toEqual(every.map((value, i) => ({ line: i + 1, value })));
  });

  it('takes a byte order mark, either line ending and blank lines', () => {
    const source = `\uFEFF${text(answer)}\r\n\r\n  \n${text(answer)}\r\n`;
    const { lines, problems } = parseHistory(source);
    expect(problems).toEqual([]);
    expect(lines.map(({ line }) => line)).toEqual([1, 4]);
  });

  it('keeps instants with milliseconds', () => {
    const { lines } = parseHistory(
      text({ ...answer, at: '2026-03-01T09:30:00Z' }),
    );
    expect(lines[0].value.at).toBe('2026-03-01T09:30:00.000Z');
  });

  it('has nothing to say about an empty file', () => {
    expect(parseHistory('')).toEqual({ lines: [], problems: [] });
  });

  it.each<[string, unknown, string, RegExp]>([
    ['no JSON', '{"type":', 'INVALID_JSON', /is not JSON/],
    ['no object', '[1]', 'NOT_AN_OBJECT', /must be a JSON object/],
    ['null', 'null', 'NOT_AN_OBJECT', /must be a JSON object/],
    [
      'no type',
      {},
      'UNKNOWN_TYPE',
      /answer, target, iteration, confirmed, phase, model-version, gate-request, gate-decision, milestone, profile$/,
    ],
    [
      'another type',
      { ...answer, type: 'note' },
      'UNKNOWN_TYPE',
      /must be one of/,
    ],
    [
      'a missing field',
      { ...answer, question: undefined },
      'MISSING_FIELD',
      /^question is missing$/,
    ],
    [
      'a misspelt field',
      { ...answer, evidences: [] },
      'UNKNOWN_FIELD',
      /"evidences"/,
    ],
    [
      'an offset instead of Z',
      { ...answer, at: '2026-03-01T09:30:00+01:00' },
      'INVALID_FIELD',
      /^at: .*UTC/,
    ],
    [
      'a day that is none',
      { ...answer, at: '2026-02-30T09:30:00Z' },
      'INVALID_FIELD',
      /^at: /,
    ],
    [
      'a bad workload id',
      { ...answer, workload: 'Card_Fraud' },
      'INVALID_FIELD',
      /^workload: /,
    ],
    [
      'a short user ref',
      { ...answer, by: 'ada' },
      'INVALID_FIELD',
      /^by: .*user:default/,
    ],
    [
      'an upper-case user ref',
      { ...answer, by: 'user:default/Ada' },
      'INVALID_FIELD',
      /^by: .*lower case/,
    ],
    [
      'an unknown reason',
      { ...answer, notApplicable: { reason: 'WHATEVER' } },
      'INVALID_FIELD',
      /^notApplicable\.reason: /,
    ],
    [
      'evidence that is no web address',
      { ...answer, evidence: [{ title: 'x', url: 'file:///etc/passwd' }] },
      'INVALID_FIELD',
      /^evidence\.0\.url: must start with http/,
    ],
    [
      'a target that is no day',
      {
        type: 'target',
        ...common,
        lens: 'aws-ml-lens',
        phase: 'deploy',
        targetDate: 'soon',
      },
      'INVALID_FIELD',
      /^targetDate: /,
    ],
    [
      'an instant before 1970',
      { ...answer, at: '0000-01-07T00:00:00Z' },
      'INVALID_FIELD',
      /^at: must be from 1970 to 9999$/,
    ],
    [
      'a target before 1970',
      {
        type: 'target',
        ...common,
        lens: 'aws-ml-lens',
        phase: 'deploy',
        targetDate: '0000-12-15',
      },
      'INVALID_FIELD',
      /^targetDate: must be from 1970 to 9999$/,
    ],
    [
      'the NUL character in notes',
      { ...answer, notes: 'a\0b' },
      'INVALID_FIELD',
      /^notes: must not contain the NUL character$/,
    ],
    [
      'the NUL character in the user',
      { ...answer, by: 'user:default/a\0da' },
      'INVALID_FIELD',
      /^by: must not contain the NUL character$/,
    ],
    [
      'the NUL character in evidence',
      { ...answer, evidence: [{ title: '\0' }] },
      'INVALID_FIELD',
      /^evidence\.0\.title: must not contain the NUL character$/,
    ],
    [
      'the NUL character in a name',
      {
        type: 'milestone',
        ...common,
        lens: 'aws-ml-lens',
        name: 'Lau\0nch',
      },
      'INVALID_FIELD',
      /^name: must not contain the NUL character$/,
    ],
  ])('names %s', (_, line, code, message) => {
    const { lines, problems } = parseHistory(text(answer, line, answer));
    expect(problems).toEqual([
      { line: 2, code, message: expect.stringMatching(message) },
    ]);
    expect(lines.map(found => found.line)).toEqual([1, 3]);
  });

  it('names every mistake of every line', () => {
    const { problems } = parseHistory(
      text({ ...answer, at: 'now', by: 'me' }, answer, 'x'),
    );
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [1, 'INVALID_FIELD'],
      [1, 'INVALID_FIELD'],
      [3, 'INVALID_JSON'],
    ]);
  });
});
