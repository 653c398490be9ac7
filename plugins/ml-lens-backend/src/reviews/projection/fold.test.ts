// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  compileLens,
  DEFAULT_LEVELS,
  emptyAnswerState,
  initialReviewState,
  type ReviewEvent,
} from '@ml-lens/lens-model';
import { phasedLens } from '../../__testUtils__/reviewFixtures';
import { foldEvents, foldHistory } from './fold';

const lens = compileLens(phasedLens(), { id: 'phased', version: '1' });
const context = {
  reviewId: 'pricing/phased',
  lensId: 'phased',
  lens: () => lens,
  levels: () => DEFAULT_LEVELS,
};

function answers(count: number): ReviewEvent[] {
  const states = [
    emptyAnswerState(),
    { ...emptyAnswerState(), selectedChoices: ['goal_a'] },
  ];
  return Array.from({ length: count }, (_, index) => ({
    seq: index + 1,
    type: 'ANSWERED',
    at: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
    by: 'user:default/kim',
    source: 'USER',
    lensVersion: '1',
    questionId: 'goal',
    phaseId: null,
    before: states[index % 2],
    after: states[(index + 1) % 2],
  }));
}

describe('foldHistory', () => {
  it.each([0, 1, 99, 100, 101, 350])(
    'makes of %s events what folding them at once makes',
    async count => {
      const events = answers(count);
      const before = initialReviewState('1');
      const keepAlive = jest.fn(async () => {});
      const stepped = await foldHistory(context, before, events, keepAlive);
      expect(stepped).toEqual(foldEvents(context, before, events));
      expect(keepAlive).toHaveBeenCalledTimes(
        Math.max(0, Math.ceil(count / 100) - 1),
      );
    },
  );

  it('goes on from what was there before', async () => {
    const events = answers(250);
    const { state } = foldEvents(
      context,
      initialReviewState('1'),
      events.slice(0, 30),
    );
    const rest = events.slice(30);
    expect(await foldHistory(context, state, rest, async () => {})).toEqual(
      foldEvents(context, state, rest),
    );
  });
});
