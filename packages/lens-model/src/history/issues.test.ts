// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { describeIssue, nulComplaint } from './issues';

const line = z.strictObject({
  name: z.string(),
  at: z.strictObject({ day: z.int().min(1), note: z.string().optional() }),
});

function complaints(json: unknown) {
  const { error } = line.safeParse(json);
  return error?.issues.map(issue => {
    const { code, message } = describeIssue(issue, json);
    return `${code}: ${message}`;
  });
}
const good = { name: 'a', at: { day: 1 } };

describe('what is wrong with a line', () => {
  it.each([
    [
      { ...good, more: 1, last: 2 },
      'UNKNOWN_FIELD: unknown field "more", "last"',
    ],
    [
      { ...good, at: { day: 1, hour: 2 } },
      'UNKNOWN_FIELD: unknown field "hour" in at',
    ],
    [{ at: good.at }, 'MISSING_FIELD: name is missing'],
    [{ ...good, at: {} }, 'MISSING_FIELD: at.day is missing'],
  ])('%j: %s', (json, said) => {
    expect(complaints(json)).toEqual([said]);
  });

  it.each([
    [{ ...good, name: null }, /^INVALID_FIELD: name: ./],
    [{ ...good, name: 3 }, /^INVALID_FIELD: name: ./],
    [{ ...good, at: { day: 0 } }, /^INVALID_FIELD: at\.day: ./],
    [{ ...good, at: null }, /^INVALID_FIELD: at: ./],
    [undefined, /^MISSING_FIELD: {2}is missing$/],
  ])('%j', (json, said) => {
    expect(complaints(json)).toEqual([expect.stringMatching(said)]);
  });

  it('is a character that no database holds', () => {
    const { code, message } = nulComplaint(['at', 0, 'note']);
    expect(code).toBe('INVALID_FIELD');
    expect(message).toMatch(/^at\.0\.note: ./);
  });
});
