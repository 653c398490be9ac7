// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { linesOutOfOrder } from './order';
import { parseHistory } from './parse';

const answer = {
  type: 'answer',
  workload: 'card-fraud',
  lens: 'aws-ml-lens',
  by: 'user:default/ada',
  at: '2026-03-01T09:30:00.000Z',
  question: 'bg_goal',
  selectedChoices: ['BG01'],
};
const earlier = { ...answer, at: '2026-02-01T00:00:00Z' };

function linesOf(...lines: object[]) {
  return parseHistory(lines.map(line => JSON.stringify(line)).join('\n')).lines;
}

describe('linesOutOfOrder', () => {
  it('wants the events of one review in order, and only those', () => {
    expect(
      linesOutOfOrder(
        linesOf(
          answer,
          { ...earlier, workload: 'other' },
          { ...earlier, lens: 'another' },
          earlier,
          answer,
        ),
        [],
      ),
    ).toEqual([
      {
        line: 4,
        code: 'OUT_OF_ORDER',
        message: expect.stringContaining('on line 1 of the same review'),
      },
    ]);
  });

  it('does not go by the time of a bad line', () => {
    const lines = linesOf(
      { ...answer, at: '2027-01-01T00:00:00Z' },
      answer,
      earlier,
    );
    expect(
      linesOutOfOrder(lines, [{ line: 1, code: 'IN_FUTURE', message: '' }]),
    ).toEqual([
      {
        line: 3,
        code: 'OUT_OF_ORDER',
        message: expect.stringContaining('on line 2 of the same review'),
      },
    ]);
  });
});
