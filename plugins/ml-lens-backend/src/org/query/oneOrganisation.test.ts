// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { testDatabases } from '../../__testUtils__/databases';
import {
  buildOrganisation,
  organisation,
  someSight,
} from '../../__testUtils__/orgFixture';
import { checkCompare } from '../__testUtils__/checks/checkCompare';
import { checkGaps } from '../__testUtils__/checks/checkGaps';
import { checkHeatmap } from '../__testUtils__/checks/checkHeatmap';
import { checkTotals } from '../__testUtils__/checks/checkTotals';
import { checkTrend } from '../__testUtils__/checks/checkTrend';
import {
  type Request,
  request,
  type World,
} from '../__testUtils__/checks/requests';

jest.setTimeout(60_000);

/*
 * What the property of org.property.test.ts says of any organisation, of one
 * that stays: it is built once, so that every kind of question is asked within
 * a second or two.
 */

type Check = (world: World, asked: Request, see?: Set<string>) => Promise<void>;

const SEED = 7;
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number) =>
  fc.sample(arbitrary, { seed: SEED, numRuns });
/** The largest of some. */
const [DESCRIBED] = sample(organisation, 40).sort(
  (a, b) =>
    b.workloads.length * b.happenings.length -
    a.workloads.length * a.happenings.length,
);
const REQUESTS = sample(request, 24);
const SIGHT = new Set(sample(someSight, 20).find(some => some && some.length));

const databases = testDatabases();

describe('One organisation', () => {
  const worlds: { world: World; see?: Set<string> }[] = [];

  beforeAll(async () => {
    for (const see of [undefined, SIGHT]) {
      const knex = await databases.create('SQLITE_3');
      const world = await buildOrganisation(knex, DESCRIBED, see);
      worlds.push({ world, ...(see && { see }) });
    }
  });

  it.each<[string, Check, (asked: Request) => boolean]>([
    ['totals and lists', checkTotals, () => true],
    ['heatmap', checkHeatmap, () => true],
    ['gaps', checkGaps, () => true],
    ['comparison', checkCompare, () => true],
    // Everything is counted anew for each of its days.
    ['trend', checkTrend, ({ interval }) => interval === 'month'],
  ])('has the %s that its events say', async (_, check, isAsked) => {
    expect.hasAssertions();
    for (const { world, see } of worlds) {
      for (const asked of REQUESTS.filter(isAsked)) {
        await check(world, asked, see);
      }
    }
  });
});
