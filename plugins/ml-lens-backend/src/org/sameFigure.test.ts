// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { testDatabases } from '../__testUtils__/databases';
import { RETIRED } from '../__testUtils__/orgModel';
import {
  accessOf,
  caller,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { LensStore } from '../lenses/LensStore';
import { Freshness } from '../reviews/Freshness';
import { saveFamilies } from '../workloads/FamilyStore';
import { OrgService } from './OrgService';
import { OrgReader } from './query/OrgReader';

jest.setTimeout(120_000);

const databases = testDatabases();
const OWNER = 'group:default/science';

/** Three reviews begun, one not, and a retired one with the best of scores. */
async function organisation(knex: Parameters<typeof reviewsOn>[0]) {
  const all = reviewsOn(knex);
  await all.addWorkloads(
    ...['good', 'fair', 'poor', 'new'].map(id => workloadRecord(id)),
    workloadRecord('old', { lifecycle: RETIRED[0] }),
  );
  const answer = (workloadId: string, questionId: string, choices: string) =>
    all.editor.putAnswer(
      { workloadId, lensId: 'phased', questionId },
      { revision: 0, selectedChoices: choices.split(' ') },
      caller,
    );
  await answer('good', 'goal', 'goal_a goal_b');
  await answer('good', 'data', 'data_a data_b');
  await answer('fair', 'goal', 'goal_a');
  await answer('poor', 'goal', 'goal_no');
  await answer('old', 'data', 'data_a data_b');
  const reader = new OrgReader({
    clock: all.clock,
    knex,
    access: accessOf(),
    lenses: all.lenses,
    freshness: new Freshness({ days: 90 }, RETIRED),
  });
  return { ...all, org: new OrgService({ reader }) };
}

describe.each(databases.ids)('one figure on %s', id => {
  it('is the same wherever it is asked for', async () => {
    const knex = await databases.create(id);
    const { org, scorecards } = await organisation(knex);
    const filters = { lens: ['phased'] };

    const page = await scorecards.page(
      filters,
      { sort: 'title', limit: 50 },
      caller,
    );
    const counted = page.items.filter(row => !row.retired);
    const begun = counted.filter(row => row.score !== null);
    const meanOf = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const score = meanOf(begun.map(row => row.score!));
    const coverage = meanOf(begun.map(row => row.coverage));
    expect([page.items.length, counted.length, begun.length]).toEqual([
      5, 4, 3,
    ]);

    const { total, groups, retired } = await scorecards.summary(
      filters,
      { groupBy: 'owner' },
      caller,
    );
    const { rows: owners } = await org.heatmap(
      filters,
      { rows: 'owner', columns: 'phase', sort: 'title', limit: 5 },
      caller,
    );
    const [trend] = await org.trend(filters, { interval: 'day' }, caller);
    const [team] = await org.compare(
      { lens: 'phased', by: 'owner', key: [OWNER, 'group:default/none'] },
      caller,
    );
    const usage = await new LensStore(knex).usage(
      ['phased'],
      undefined,
      RETIRED,
    );
    const lens = usage.get('phased')!;
    const last = trend.points.at(-1)!;
    expect(retired).toBe(1);

    const asked: Record<string, [number, number | null, number | null]> = {
      overview: [total.workloads, total.score, total.coverage],
      'roll-up': [groups[0].workloads, groups[0].score, groups[0].coverage],
      heatmap: [owners[0].workloads, owners[0].score, owners[0].coverage],
      trend: [last.workloads, Math.round(last.score!), last.coverage],
      comparison: [team.workloads, team.score, team.coverage],
      lenses: [lens.workloads, Math.round(lens.meanScore!), lens.meanCoverage],
    };
    for (const [where, figures] of Object.entries(asked)) {
      expect([where, ...figures]).toEqual([
        where,
        counted.length,
        Math.round(score),
        expect.closeTo(coverage, 5),
      ]);
    }
    expect([total.begun, groups[0].begun, last.begun, team.begun]).toEqual([
      3, 3, 3, 3,
    ]);
  });

  it('counts below a group, at any depth, wherever a filter names it', async () => {
    const knex = await databases.create(id);
    const { addWorkloads, scorecards, org } = await organisation(knex);
    const teams = Array.from(
      { length: 75 },
      (_, index) => `group:default/${index}`,
    );
    await addWorkloads(
      ...teams.map((owner, index) => workloadRecord(`w-${index}`, { owner })),
    );
    await knex.transaction(tx =>
      saveFamilies(tx, [
        { entityRef: 'group:default/middle', parentRef: 'group:default/top' },
        ...teams.map(entityRef => ({
          entityRef,
          parentRef: 'group:default/middle',
        })),
      ]),
    );
    const top = { owner: ['Group:default/Top'] };
    const { totalItems } = await scorecards.page(
      top,
      { sort: 'title', limit: 5 },
      caller,
    );
    const { total } = await scorecards.summary(top, {}, caller);
    const [compared] = await org.compare(
      { lens: 'phased', by: 'owner', key: ['group:default/top', OWNER] },
      caller,
    );
    expect([totalItems, total.workloads, compared.workloads]).toEqual([
      75, 75, 75,
    ]);
  });

  it('counts retired workloads where a filter asks for them, never as due', async () => {
    const knex = await databases.create(id);
    const { org, scorecards } = await organisation(knex);
    const filters = { lifecycle: RETIRED };
    const { total, retired } = await scorecards.summary(filters, {}, caller);
    expect(total).toMatchObject({ workloads: 1, begun: 1 });
    expect(retired).toBe(0);
    const [old] = await org.compare(
      { lens: 'phased', by: 'workload', key: ['old', 'new'] },
      caller,
    );
    expect(old.score).toBe(total.score);
    const { items } = await scorecards.page(
      {},
      { sort: 'title', limit: 50 },
      caller,
    );
    const due = Object.fromEntries(
      items.map(row => [row.workloadId, row.dueAt !== null]),
    );
    expect(due).toEqual({
      good: true,
      fair: true,
      poor: true,
      new: false,
      old: false,
    });
  });
});
