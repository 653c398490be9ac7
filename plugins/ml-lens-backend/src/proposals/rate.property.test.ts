// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { testDatabases } from '../__testUtils__/databases';
import { proposalsOn, proposed } from '../__testUtils__/proposalFixtures';
import { workloadRecord } from '../__testUtils__/reviewFixtures';
import { ProposalIntake } from './ProposalIntake';

jest.setTimeout(240_000);

const databases = testDatabases();
const REVIEWS = 6;
const QUESTIONS = ['goal', 'data', 'label', 'drift'];

describe.each(databases.ids)('the rate of one identity on %s', id => {
  it('holds over several reviews at one moment', async () => {
    const knex = await databases.create(id);
    const used = await proposalsOn(knex);
    const workloads = Array.from({ length: REVIEWS }, (_, i) => `rate-${i}`);
    await used.addWorkloads(...workloads.map(name => workloadRecord(name)));
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.integer({ min: 1, max: 4 }), {
          minLength: 2,
          maxLength: REVIEWS,
        }),
        async (perHour, sizes) => {
          round += 1;
          const by = `user:default/somebody-${round}`;
          const intake = new ProposalIntake({
            ...used,
            reviews: used.store,
            changes: { changed: () => {} } as never,
            expireAfter: { days: 30 },
            perHour,
          });
          const calls = await Promise.allSettled(
            sizes.map((size, index) =>
              intake.propose(
                { workloadId: workloads[index], lensId: 'phased' },
                {
                  proposals: QUESTIONS.slice(0, size).map(questionId =>
                    proposed({ questionId }),
                  ),
                },
                mockCredentials.user(by),
              ),
            ),
          );
          const taken = calls.reduce(
            (sum, call, index) =>
              sum + (call.status === 'fulfilled' ? sizes[index] : 0),
            0,
          );
          const refused = calls.flatMap(call =>
            call.status === 'rejected' ? call.reason.statusCode : [],
          );
          expect(refused.every(status => status === 429)).toBe(true);
          const [{ count }] = await knex('proposals')
            .where('proposed_by', by)
            .count({ count: '*' });
          expect(Number(count)).toBe(taken);
          expect(taken).toBeLessThanOrEqual(perHour);
          // Nobody is refused who would have had room.
          const least = Math.min(...sizes);
          expect(
            refused.length === 0 || taken > perHour - Math.max(...sizes),
          ).toBe(true);
          expect(least > perHour || taken > 0).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });
});
