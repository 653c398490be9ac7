// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { systemClock } from '../../clock';
import { testDatabases } from '../../__testUtils__/databases';
import {
  accessOf,
  caller,
  reviewsOn,
  workloadRecord,
} from '../../__testUtils__/reviewFixtures';
import { Freshness } from '../../reviews/Freshness';
import { OrgService } from '../OrgService';
import { OrgReader } from '../query/OrgReader';
import { noteOrgChange } from '../../workloads/orgChanges';
import { Codes } from './Codes';
import { FollowedFigures } from './FollowedFigures';
import { readNow } from './readFigures';
import { Workloads } from './Workloads';
import { ScorecardService } from '../ScorecardService';

jest.setTimeout(240_000);

const databases = testDatabases();

const WRITERS = 6;
const QUESTIONS = ['goal', 'data', 'label', 'drift'];

function backendOn(knex: Knex, reviews: ReturnType<typeof reviewsOn>) {
  const reader = new OrgReader({
    clock: systemClock,
    knex,
    access: accessOf(),
    lenses: reviews.lenses,
    freshness: new Freshness({ days: 90 }),
  });
  return {
    org: new OrgService({ reader }),
    scorecards: new ScorecardService({ reader }),
  };
}

describe.each(databases.ids)('columns on %s', id => {
  it('show every answer with the next request, on each backend, while others write', async () => {
    const knex = await databases.create(id);
    const reviews = reviewsOn(knex);
    const ids = Array.from({ length: WRITERS }, (_, index) => `w-${index}`);
    await reviews.addWorkloads(...ids.map(name => workloadRecord(name)));
    const backends = [backendOn(knex, reviews), backendOn(knex, reviews)];
    const shown: unknown[] = [];
    const said: unknown[] = [];

    const write = async (workloadId: string) => {
      for (const [turn, questionId] of [...QUESTIONS, ...QUESTIONS].entries()) {
        const { scorecard } = await reviews.editor.putAnswer(
          { workloadId, lensId: 'phased', questionId },
          {
            revision: Math.floor(turn / QUESTIONS.length),
            selectedChoices: [`${questionId}_${turn % 3 ? 'a' : 'no'}`],
          },
          caller,
        );
        for (const { scorecards, org } of backends) {
          const filters = { workload: [workloadId] };
          const [{ items }, { total }, [{ points }], gaps] = await Promise.all([
            scorecards.page(filters, { sort: 'title', limit: 5 }, caller),
            scorecards.summary(filters, {}, caller),
            org.trend(filters, { interval: 'day' }, caller),
            org.gaps(filters, { limit: 100 }, caller),
          ]);
          shown.push({
            row: [items[0].score, items[0].counts],
            total: [total.score, total.counts],
            trend: [points.at(-1)!.score, points.at(-1)!.counts],
            high: gaps.length > 0,
          });
          said.push({
            row: [scorecard.score, scorecard.counts],
            total: [scorecard.score, scorecard.counts],
            trend: [scorecard.score, scorecard.counts],
            high: scorecard.practices.inPlace < scorecard.practices.applicable,
          });
        }
      }
    };
    await Promise.all(ids.map(write));
    expect(shown).toHaveLength(WRITERS * QUESTIONS.length * 2 * 2);
    expect(shown).toEqual(said);
  });

  it('read what changed, and all anew when that is most of it', async () => {
    const knex = await databases.create(id);
    const reviews = reviewsOn(knex);
    const ids = Array.from({ length: 10 }, (_, index) => `w-${index}`);
    await reviews.addWorkloads(...ids.map(name => workloadRecord(name)));
    const read: (number | 'all')[] = [];
    const figures = new FollowedFigures({
      knex,
      lenses: reviews.lenses,
      workloads: new Workloads(),
      levels: new Codes(),
      kind: { details: true },
      describes: true,
      read(db, changed) {
        read.push(changed?.length ?? 'all');
        return readNow(db, changed);
      },
    });
    for (const changed of [1, 5, 6]) {
      await figures.tables();
      await knex.transaction(tx => noteOrgChange(tx, ids.slice(0, changed)));
    }
    await figures.tables();
    expect(read).toEqual(['all', 1, 5, 'all']);
  });

  it('are read anew when the database is another one', async () => {
    const knex = await databases.create(id);
    const reviews = reviewsOn(knex);
    await reviews.addWorkloads(workloadRecord('one'), workloadRecord('two'));
    const { scorecards } = backendOn(knex, reviews);
    const titles = async () =>
      (
        await scorecards.page({}, { sort: 'title', limit: 5 }, caller)
      ).items.map(({ title }) => title);
    expect(await titles()).toEqual(['one', 'two']);
    // As a restored backup says, which knows of no later change.
    await knex('scorecards').where('workload_id', 'two').delete();
    await knex('workload_changes').delete();
    await knex('org_changes').update({ changes: 1, mark: 7 });
    expect(await titles()).toEqual(['one']);
  });
});
