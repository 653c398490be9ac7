// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { systemClock } from '../clock';
import { testDatabases } from '../__testUtils__/databases';
import {
  accessOf,
  caller,
  onlyWorkloads,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import {
  KEY,
  laterLens,
  reviewInUse,
  statementsDuring,
} from '../__testUtils__/serviceFixtures';
import type { LensService } from '../lenses/LensService';
import { Freshness } from '../reviews/Freshness';
import { rebuildAndCompare } from '../reviews/projection/rebuild';
import { noteOrgChange } from '../workloads/orgChanges';
import { OrgService } from './OrgService';
import { OrgReader } from './query/OrgReader';
import { ScorecardService } from './ScorecardService';
import { TargetService } from './targets/TargetService';

jest.setTimeout(120_000);

const databases = testDatabases();

/** What one backend says about the organisation; it keeps answers of its own. */
function backendOn(knex: Knex, lenses: LensService, access = accessOf()) {
  const reader = new OrgReader({
    clock: systemClock,
    knex,
    access,
    lenses,
    freshness: new Freshness({ days: 90 }),
  });
  const scorecards = new ScorecardService({ reader });
  const org = new OrgService({ reader });
  const targets = new TargetService({
    clock: systemClock,
    reader,
    access,
    lenses,
  });
  return {
    targets,
    async answers() {
      const list = await targets.list({}, caller);
      return {
        list: await scorecards.page({}, { sort: 'title', limit: 20 }, caller),
        summary: await scorecards.summary({}, { groupBy: 'owner' }, caller),
        tags: await scorecards.summary({}, { groupBy: 'tag' }, caller),
        facets: await scorecards.facets({}, caller),
        heatmap: await org.heatmap(
          {},
          { rows: 'workload', columns: 'phase', sort: 'title', limit: 20 },
          caller,
        ),
        gaps: await org.gaps({}, { limit: 20 }, caller),
        trend: await org.trend({}, { interval: 'week' }, caller),
        compared: await org.compare(
          { lens: 'phased', by: 'workload', key: ['pricing', 'ranking'] },
          caller,
        ),
        targets: list,
        progress: await Promise.all(
          list.map(({ id }) => targets.progress(id, { limit: 20 }, caller)),
        ),
      };
    },
  };
}

type Answers = Awaited<ReturnType<ReturnType<typeof backendOn>['answers']>>;

const AIM = {
  name: 'Everybody at 60',
  description: '',
  filter: {},
  lens: 'phased',
  minScore: 60,
  minCoverage: 0.5,
  phases: [],
  startDate: '2026-01-01',
  dueDate: '2026-12-31',
};

describe.each(databases.ids)('several backends on %s', id => {
  it('say the same at once, whichever of them changes something', async () => {
    const knex = await databases.create(id);
    const used = await reviewInUse(knex);
    const { lenses, addWorkloads, workloads, store, importer, many } = used;
    await addWorkloads(workloadRecord('ranking'));
    const [writing, other] = [0, 1].map(() => backendOn(knex, lenses));
    let target = await writing.targets.create(AIM, caller);

    /** Both have answers kept; then the change; then both are asked again. */
    async function after(
      change: () => Promise<unknown>,
      changed: (keyof Answers)[],
    ) {
      const before = await other.answers();
      await writing.answers();
      await change();
      // Has kept nothing: it can only say what is so.
      const truth = await backendOn(knex, lenses).answers();
      expect(await other.answers()).toEqual(truth);
      expect(await writing.answers()).toEqual(truth);
      const names = Object.keys(truth) as (keyof Answers)[];
      const differ = names.filter(
        name => JSON.stringify(truth[name]) !== JSON.stringify(before[name]),
      );
      expect(differ).toEqual(expect.arrayContaining(changed));
    }

    await after(
      () => used.answer('goal', 'goal_a'),
      ['list', 'summary', 'heatmap', 'gaps', 'trend', 'compared'],
    );
    await after(
      () =>
        importer.import(
          JSON.stringify({
            type: 'answer',
            workload: 'ranking',
            lens: 'phased',
            question: 'data',
            at: '2026-06-01T09:00:00Z',
            by: 'user:default/kim',
            selectedChoices: ['data_a'],
          }),
        ),
      ['list', 'summary', 'heatmap', 'gaps', 'trend', 'compared'],
    );
    await after(
      () =>
        addWorkloads(
          workloadRecord('ranking', {
            title: '検索の順位',
            owner: 'group:default/search',
            tags: ['nlp'],
          }),
        ),
      ['list', 'summary', 'tags', 'facets', 'heatmap'],
    );
    await after(async () => {
      target = await writing.targets.update(
        target.id,
        { ...AIM, minScore: 10, minCoverage: 0, revision: target.revision },
        caller,
      );
    }, ['targets', 'progress']);

    used.publish(laterLens());
    await after(async () => {
      const lines = await many.start('phased', {}, caller);
      for await (const line of lines) {
        expect(line).toMatchObject({ ok: true });
      }
    }, ['list', 'summary', 'heatmap', 'gaps']);
    await after(() => used.undo(), ['list']);

    // As a faulty program could have left it.
    await knex.transaction(async tx => {
      await tx('scorecards')
        .where('review_id', `${KEY.workloadId}/${KEY.lensId}`)
        .update({ score: 99 });
      await noteOrgChange(tx, [KEY.workloadId]);
    });
    await after(
      () =>
        rebuildAndCompare({ store, lenses }, `${KEY.workloadId}/${KEY.lensId}`),
      ['list', 'summary', 'compared'],
    );

    await after(
      () =>
        workloads.transaction(tx =>
          workloads.markOrphaned(tx, ['ranking'], '2026-08-01T00:00:00.000Z'),
        ),
      ['list'],
    );
    await after(
      () => writing.targets.delete(target.id),
      ['targets', 'progress'],
    );
  });

  it('follow what a viewer may see', async () => {
    const knex = await databases.create(id);
    const { lenses, addWorkloads } = await reviewInUse(knex);
    await addWorkloads(workloadRecord('ranking'));
    let seen = ['pricing', 'ranking'];
    const access = accessOf({
      listFilter: async () => onlyWorkloads(() => seen),
    });
    const backend = backendOn(knex, lenses, access);
    const titles = async () =>
      (await backend.answers()).list.items.map(({ title }) => title);
    expect(await titles()).toEqual(['pricing', 'ranking']);
    seen = ['ranking'];
    expect(await titles()).toEqual(['ranking']);
    seen = [];
    expect(await titles()).toEqual([]);
  });

  it('keep what nobody changed', async () => {
    const knex = await databases.create(id);
    const { lenses } = await reviewInUse(knex);
    const backend = backendOn(knex, lenses);
    const reads = async () =>
      (await statementsDuring(knex, () => backend.answers())).filter(sql =>
        /from .?scorecard/.test(sql),
      );
    expect(await reads()).not.toEqual([]);
    expect(await reads()).toEqual([]);
  });
});
