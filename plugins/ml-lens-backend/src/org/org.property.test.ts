// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { testDatabases } from '../__testUtils__/databases';
import {
  buildOrganisation,
  clearOrganisation,
  organisation,
  someSight,
} from '../__testUtils__/orgFixture';
import { checkCompare } from './__testUtils__/checks/checkCompare';
import { checkGaps } from './__testUtils__/checks/checkGaps';
import { checkHeatmap } from './__testUtils__/checks/checkHeatmap';
import { checkTotals } from './__testUtils__/checks/checkTotals';
import { checkTrend } from './__testUtils__/checks/checkTrend';
import { request } from './__testUtils__/checks/requests';

jest.setTimeout(600_000);

const databases = testDatabases();

describe.each(databases.ids)('the organisation on %s', id => {
  it('is what its events say, whoever asks for whatever', async () => {
    expect.hasAssertions();
    const knex = await databases.create(id);
    await fc.assert(
      fc
        .asyncProperty(
          organisation,
          someSight,
          fc.array(request, { minLength: 8, maxLength: 8 }),
          async (described, sight, requests) => {
            const see = sight && new Set(sight);
            const world = await buildOrganisation(knex, described, see);
            for (const asked of requests) {
              // The second time from sums that are held since the first.
              for (let time = 0; time < 2; time++) {
                await checkTotals(world, asked, see);
                await checkGaps(world, asked, see);
                await checkTrend(world, asked, see);
              }
              await checkHeatmap(world, asked, see);
              await checkCompare(world, asked, see);
            }
          },
        )
        .afterEach(() => clearOrganisation(knex)),
      { numRuns: id === 'SQLITE_3' ? 15 : 5 },
    );
  });
});
