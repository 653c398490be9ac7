// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import fc from 'fast-check';
import { testDatabases } from '../__testUtils__/databases';
import {
  nextVersion,
  proposalsOn,
  proposed,
} from '../__testUtils__/proposalFixtures';
import { caller } from '../__testUtils__/reviewFixtures';
import { KEY } from '../__testUtils__/serviceFixtures';
import { inTransaction } from '../database/transaction';
import type { ProposalRow } from '../proposals/rows';
import { DoubtStore } from './DoubtStore';
import { rebuild, rebuildAndCompare } from './projection/rebuild';
import { reviewIdOf } from './ReviewStore';
import type { AnswerEventRow, AnswerRow, DoubtRow, ScorecardRow } from './rows';

jest.setTimeout(240_000);

const databases = testDatabases();
const REVIEW = reviewIdOf(KEY.workloadId, KEY.lensId);

/** Backends on one database, each with as many people. */
const BACKENDS = 3;
const HANDS = 3;

type Backend = Awaited<ReturnType<typeof proposalsOn>>;

/** What somebody does to a review, by what they see of it. */
interface Deed {
  what: keyof typeof DEEDS;
  question: string;
  /** Tells apart what is done more than once. */
  nth: number;
}

async function revisionOf(backend: Backend, question: string) {
  const { answers } = await backend.review();
  return answers[question].revision;
}

const DEEDS = {
  answer: async (backend: Backend, { question, nth }: Deed) =>
    await backend.answer(question, `${question}_${'ab'[nth % 2]}`),

  async propose(backend: Backend, { question, nth }: Deed) {
    await backend.propose(
      proposed({
        questionId: question,
        basedOn: await revisionOf(backend, question),
        agent: { name: `agent ${nth % 3}`, version: '1', model: 'one' },
      }),
    );
  },

  async decide(backend: Backend, { nth }: Deed) {
    const { items } = await backend.list.list(KEY, {
      status: ['OPEN'],
      limit: 100,
    });
    const open = items.at(nth % (items.length || 1));
    await (open &&
      backend.decide(open.id, {
        decision: nth % 2 ? 'REJECT' : 'ACCEPT',
        revision: open.basedOn,
      }));
  },

  /** Takes the last decision back. */
  async undecide(backend: Backend) {
    const row: ProposalRow | undefined = await backend
      .knex('proposals')
      .whereIn('status', ['ACCEPTED', 'REJECTED'])
      .orderBy('ended_at', 'desc')
      .first();
    await (row &&
      backend.undoDecision(
        row.proposal_id,
        await revisionOf(backend, row.question_id),
      ));
  },

  async doubt(backend: Backend, { question }: Deed) {
    await inTransaction(backend.knex, async tx => {
      await backend.store.lock(tx, [REVIEW]);
      await new DoubtStore(tx).add(tx, REVIEW, [question], {
        reason: 'AGE',
        since: backend.clock(),
        detail: null,
      });
    });
  },

  rebuild: async (backend: Backend) => await rebuild(backend, REVIEW),

  iterate: async (backend: Backend) =>
    await backend.editor.startIteration(
      { ...KEY, phaseId: 'frame' },
      'once more',
      caller,
    ),

  upgrade: async (backend: Backend) => await backend.upgrade('2'),
};

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(
    ...(Object.keys(DEEDS) as (keyof typeof DEEDS)[]),
    'answer' as const,
    'answer' as const,
  ),
  question: fc.constantFrom('goal', 'data', 'label', 'drift'),
  nth: fc.nat(100),
});

/** What must be so whenever nobody is writing. */
async function expectWhole(knex: Knex, backend: Backend) {
  const answers: AnswerRow[] = await knex('answers');
  const of = new Map(answers.map(row => [row.question_id, row]));

  // No proposal outlives the answer, or the version, it was made for.
  const { lens_version: version } = await knex('reviews')
    .where('review_id', REVIEW)
    .first();
  const open: ProposalRow[] = await knex('proposals').where('status', 'OPEN');
  for (const { question_id: id, based_on, lens_version } of open) {
    expect({ id, based_on, lens_version }).toEqual({
      id,
      based_on: of.get(id)?.revision ?? 0,
      lens_version: version,
    });
  }

  // What was answered after it came into doubt is in doubt no more.
  const doubts: DoubtRow[] = await knex('answer_doubts').whereNull('ended_at');
  for (const { question_id: id, since } of doubts) {
    expect(since > (of.get(id)?.updated_at ?? '')).toBe(true);
  }
  const scorecard: ScorecardRow = await knex('scorecards')
    .where('review_id', REVIEW)
    .first();
  expect(scorecard.to_confirm).toBe(
    new Set(doubts.map(row => row.question_id)).size,
  );

  // All else follows from the events, which are numbered without a gap.
  const seqs = await knex<AnswerEventRow>('answer_events')
    .where('review_id', REVIEW)
    .orderBy('seq')
    .pluck('seq');
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  expect(await rebuildAndCompare(backend, REVIEW)).toEqual({
    reviewId: REVIEW,
    differed: false,
  });
}

describe.each(databases.ids)('many hands at one review on %s', id => {
  it('leave what their events say, and nothing half done', async () => {
    const knex = await databases.create(id);
    let now = Date.parse('2026-03-01T00:00:00Z');
    const clock = () => new Date((now += 60_000)).toISOString();
    const backends: Backend[] = [];
    for (let count = 0; count < BACKENDS; count++) {
      const backend = await proposalsOn(knex, { clock });
      backend.publish(nextVersion());
      backends.push(backend);
    }
    const hands = fc.array(fc.array(deed, { minLength: 5, maxLength: 5 }), {
      minLength: BACKENDS * HANDS,
      maxLength: BACKENDS * HANDS,
    });
    await fc.assert(
      fc.asyncProperty(hands, async all => {
        const refused: unknown[] = [];
        await Promise.all(
          all.map(async (deeds, index) => {
            const backend = backends[index % BACKENDS];
            for (const one of deeds) {
              await DEEDS[one.what](backend, one).catch(error =>
                refused.push(error),
              );
            }
          }),
        );
        // Somebody was quicker, and nothing else.
        for (const error of refused) {
          expect(error).toMatchObject({ name: 'ConflictError' });
        }
        await expectWhole(knex, backends[0]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
