// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError } from '@backstage/errors';
import { Review } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  phaseStatesOf,
  replay,
  ReviewState,
  reviewStandings,
  scorecardOf,
} from '@ml-lens/lens-model';
import { progressOf } from '@ml-lens/lens-model/due';
import fc from 'fast-check';
import { testDatabases } from '../__testUtils__/databases';
import {
  caller,
  phasedLens,
  projectionsOf,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { KEY, laterLens, reviewInUse } from '../__testUtils__/serviceFixtures';
import { rebuild } from './projection/rebuild';
import { pastAnswers } from './reviewAt';
import { answersOf } from './views';

jest.setTimeout(300_000);

const databases = testDatabases();
const DAY = 24 * 60 * 60 * 1000;

/** Something people do, and how long after the thing before. */
const deed = fc.record({
  wait: fc.constantFrom(0, 1, 1000, DAY, 40 * DAY),
  what: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('answer' as const),
        question: fc.constantFrom('goal', 'data', 'label', 'audit', 'drift'),
        choices: fc.subarray(['a', 'b']),
        none: fc.boolean(),
      }),
    },
    fc.record({
      type: fc.constant('iterate' as const),
      phaseId: fc.constantFrom('frame', 'prepare', 'run'),
    }),
    fc.record({
      type: fc.constant('target' as const),
      phaseId: fc.constantFrom('frame', 'prepare', 'run'),
      targetDate: fc.constantFrom(null, '2026-02-01', '2026-12-31'),
    }),
    fc.record({ type: fc.constant('milestone' as const) }),
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('upgrade' as const),
        toVersion: fc.constantFrom('1', '2'),
      }),
    },
    fc.record({ type: fc.constant('undo' as const) }),
  ),
});

type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;
type InUse = Awaited<ReturnType<typeof reviewInUse>>;

/** Answers but for their revisions, which only a whole history knows. */
function saidIn(answers: ReviewState['answers']) {
  return [...answers]
    .map(([id, { revision: _, ...said }]) => ({ id, ...said }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Does it where it can be done; what is refused changes nothing. */
async function perform(used: InUse, { what }: Deed, step: number) {
  switch (what.type) {
    case 'answer': {
      const { question, choices, none } = what;
      const { answers } = await used.review();
      const lens = await used.lenses.compiled(
        'phased',
        (
          await used.review()
        ).lens.version,
      );
      const ids = (none ? ['no'] : choices)
        .map(choice => `${question}_${choice}`)
        .filter(id => lens.question(question)?.choice(id));
      if (answers[question]) {
        await used.answer(question, ...ids);
      }
      break;
    }
    case 'iterate':
      await used.editor.startIteration(
        { ...KEY, phaseId: what.phaseId },
        'Drift',
        caller,
      );
      break;
    case 'target':
      await used.editor.putPhaseTarget(
        { ...KEY, phaseId: what.phaseId },
        { targetDate: what.targetDate },
        caller,
      );
      break;
    case 'milestone':
      await used.record(`Mark ${step}`);
      break;
    case 'upgrade':
      if ((await used.review()).lens.version !== what.toVersion) {
        await used.upgrade(what.toVersion);
      }
      break;
    default:
      await used.undo().catch(error => {
        if (!(error instanceof ConflictError)) throw error;
      });
  }
}

/** The history of the review, or of one question, a few events at a time. */
async function pagesOf(used: InUse, question: string | undefined) {
  const events = [];
  let cursor: string | undefined;
  do {
    const { items, pageInfo } = await used.service.history(KEY, {
      question,
      cursor,
      limit: 4,
    });
    events.push(...items);
    cursor = pageInfo.nextCursor;
  } while (cursor !== undefined);
  return events;
}

describe.each(databases.ids)('looking back on %s', id => {
  it('gives the review as it was then, whatever came after', async () => {
    const knex = await databases.create(id);
    let time = Date.parse('2026-01-15T12:00:00Z');
    const used = await reviewInUse(knex, {
      clock: () => new Date(time).toISOString(),
    });
    used.publish(laterLens());
    // Last, so that reviews begin with it.
    used.publish(phasedLens());
    const lenses = {
      1: await used.lenses.compiled('phased', '1'),
      2: await used.lenses.compiled('phased', '2'),
    };
    const lensOf = (version: string) => lenses[version as '1' | '2'];

    await fc.assert(
      fc
        .asyncProperty(
          fc.array(deed, { minLength: 1, maxLength: 15 }),
          async deeds => {
            await used.addWorkloads(workloadRecord(KEY.workloadId));
            const seen = new Map<string, Review>();
            for (const [index, one] of deeds.entries()) {
              time += one.wait;
              await perform(used, one, index);
              const now = await used.review();
              seen.set(now.at, now);
            }
            const row = (await used.store.review('pricing', 'phased'))!;
            for (const [at, then] of seen) {
              expect(await used.review(at)).toEqual(then);
              const { scorecard } = await pastAnswers(used, row, { at });
              expect(scorecard).toEqual(then.scorecard);
            }

            const events = await used.store.events.list('pricing/phased');
            for (let seq = 0; seq <= events.length; seq++) {
              const past = replay(lensOf, events.slice(0, seq), '1');
              const { lens, answers } = await pastAnswers(used, row, { seq });
              expect(lens.version).toBe(past.lensVersion);
              expect(saidIn(answers)).toEqual(saidIn(past.answers));
            }

            // What an answer was before, and the phase of its question, follow.
            const before = (questionId: string, seq: number) =>
              replay(lensOf, events.slice(0, seq - 1), '1').answers.get(
                questionId,
              )?.state ?? null;
            for (const question of [undefined, 'goal', 'data']) {
              const answered = (await pagesOf(used, question)).filter(
                ({ type }) => type === 'ANSWERED',
              );
              expect(answered).toEqual(
                answered.map(event => ({
                  ...event,
                  before: before(event.questionId!, event.seq),
                  phaseId: lensOf(event.lensVersion).question(
                    event.questionId!,
                  )!.phaseId,
                })),
              );
            }
            for (const question of ['goal', 'data', 'label', 'audit']) {
              for (const change of await used.store.events.changesOf(
                knex,
                'pricing/phased',
                question,
                2,
              )) {
                expect(change.before).toEqual(before(question, change.seq));
              }
            }

            const written = await projectionsOf(knex);
            await rebuild(used);
            expect(await projectionsOf(knex)).toEqual(written);

            const last = await used.review();
            const state = replay(lensOf, events, '1');
            const lens = lensOf(state.lensVersion);
            expect(last.lens.version).toBe(state.lensVersion);
            expect(last.answers).toEqual(answersOf(lens, state));
            expect(last.phases).toEqual(phaseStatesOf(lens, state, last.at));
            expect(last.scorecard).toEqual(
              scorecardOf(
                lens,
                reviewStandings(state),
                undefined,
                progressOf(lens, state),
              ),
            );
          },
        )
        .afterEach(async () => {
          for (const table of [
            'answer_events',
            'workloads',
            ...Object.keys(await projectionsOf(knex)),
          ]) {
            await knex(table).delete();
          }
        }),
      { numRuns: id === 'SQLITE_3' ? 60 : 15 },
    );
  });
});
