// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  DEFAULT_LEVELS,
  emptyAnswerState,
  initialReviewState,
  ReviewEvent,
} from '@ml-lens/lens-model';
import { testDatabases } from '../__testUtils__/databases';
import { caller } from '../__testUtils__/reviewFixtures';
import {
  KEY,
  laterLens,
  reviewInUse,
  statementsDuring,
} from '../__testUtils__/serviceFixtures';
import { foldEvents } from '../reviews/projection/fold';
import { lensOfVersion } from '../reviews/ReviewWriter';

jest.setTimeout(600_000);

const databases = testDatabases();

const EVENTS = 50_000;
const UPGRADE = 25_000;
const ENTITY = { kind: 'component', namespace: 'default', name: 'pricing' };
const QUESTIONS = ['goal', 'data', 'drift'];

/**
 * Years of a review people never leave alone: answers all the time (most of
 * them on one day), a milestone every thousandth event, one upgrade.
 */
function history(): ReviewEvent[] {
  const begin = Date.parse('2021-01-01T00:00:00Z');
  return Array.from({ length: EVENTS }, (_, index) => {
    const seq = index + 1;
    const minutes = seq < 10_000 ? seq * 200 : 2_000_000 + seq / 100;
    const event = {
      seq,
      at: new Date(begin + Math.floor(minutes) * 60_000).toISOString(),
      by: 'user:default/kim',
      source: 'USER' as const,
      lensVersion: seq <= UPGRADE ? '1' : '2',
      questionId: null,
      phaseId: null,
      before: null,
      after: null,
    };
    if (seq === UPGRADE) {
      return {
        ...event,
        type: 'LENS_UPGRADED',
        before: { lensVersion: '1', answers: {} },
        after: { lensVersion: '2', answers: {} },
      };
    }
    if (seq % 1000 === 0) {
      const after = { id: `mark-${seq}`, name: `Mark ${seq}`, note: '' };
      return { ...event, type: 'MILESTONE_RECORDED', after };
    }
    const questionId = QUESTIONS[seq % QUESTIONS.length];
    const choice = ['a', 'no'][Math.floor(seq / 7) % 2];
    return {
      ...event,
      type: 'ANSWERED',
      questionId,
      after: {
        ...emptyAnswerState(),
        selectedChoices: [`${questionId}_${choice}`],
      },
    };
  });
}

describe.each(databases.ids)('a review of 50,000 events on %s', id => {
  async function setUp() {
    const knex = await databases.create(id);
    const used = await reviewInUse(knex);
    used.publish(laterLens());
    const { store, lenses } = used;
    const fold = foldEvents(
      {
        reviewId: 'pricing/phased',
        lensId: 'phased',
        lens: lensOfVersion([
          await lenses.compiled('phased', '1'),
          await lenses.compiled('phased', '2'),
        ]),
        levels: () => DEFAULT_LEVELS,
      },
      initialReviewState('1'),
      history(),
    );
    await store.transaction(async tx => {
      await store.save(
        tx,
        [
          {
            reviewId: 'pricing/phased',
            events: history(),
            before: undefined,
            after: fold.projection,
            history: fold.history,
            milestones: fold.milestones,
          },
        ],
        '2026-01-01T00:00:00.000Z',
      );
    });
    return used;
  }

  it('is shown, paged, charted and compared without reading more than needed', async () => {
    const { knex, service, review, milestones, diff } = await setUp();

    // The tab reads current rows, and of the past what an index leads to: the
    // few upgrades, and one row of the history.
    const shown = await statementsDuring(knex, async () => {
      await review();
      await service.entityReview(ENTITY, {}, caller);
    });
    expect(shown.length).toBeGreaterThan(5);
    expect(
      shown.filter(
        sql =>
          sql.includes('answer_events') &&
          !sql.includes(`type = 'LENS_UPGRADED'`),
      ),
    ).toEqual([]);
    expect(
      shown.filter(
        sql => sql.includes('scorecard_history') && !sql.includes('limit'),
      ),
    ).toEqual([]);

    // History goes on from where the page before ended.
    const seqs: number[] = [];
    let cursor: string | undefined;
    const paged = await statementsDuring(knex, async () => {
      for (let page = 0; page < 3; page++) {
        const found = await service.history(KEY, { cursor, limit: 100 });
        seqs.push(...found.items.map(({ seq }) => seq));
        cursor = found.pageInfo.nextCursor;
      }
    });
    expect(seqs).toEqual(
      Array.from({ length: 300 }, (_, index) => EVENTS - index),
    );
    expect(paged.filter(sql => /offset/i.test(sql))).toEqual([]);

    // The chart keeps what matters, and days rather than bursts.
    const chart = await milestones.scoreHistory(KEY);
    const points = chart.points.map(({ seq }) => seq);
    expect(points).toHaveLength(500);
    expect(points).toEqual([...points].sort((a, b) => a - b));
    expect(points).toEqual(
      expect.arrayContaining([
        1,
        UPGRADE,
        EVENTS,
        ...chart.milestones.map(({ id: mark }) =>
          Number(mark.replace('mark-', '')),
        ),
      ]),
    );
    expect(points.filter(seq => seq < 10_000).length).toBeGreaterThan(400);
    expect(chart.milestones).toHaveLength(49);
    expect(chart.upgrades).toEqual([
      { at: expect.any(String), from: '1', to: '2' },
    ]);

    // Looking back reads the few events that decide.
    const compared = await diff('mark-49000');
    expect(compared.from.milestone?.name).toBe('Mark 49000');
    expect(compared.questions.length).toBeGreaterThan(0);
  });
});
