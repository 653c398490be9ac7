// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import type { ConfirmReason } from '@ml-lens/lens-model/confirm';
import { testDatabases } from '../__testUtils__/databases';
import { inboxOn } from './__testUtils__/inboxOn';
import {
  answer,
  KINDS,
  MEI,
  NOW,
  putInDoubt,
  scorecard,
  TEAM,
} from './__testUtils__/waiting';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('the inbox on %s', id => {
  const start = async () => await inboxOn(await databases.create(id));

  it.each(Object.entries(KINDS))(
    'shows %s to the team until it is dealt with',
    async (kind, { begin, end }) => {
      const { knex, list } = await start();
      for (const workloadId of ['fraud', 'hidden']) {
        await begin(knex, workloadId);
      }
      const { items, totalItems } = await list('team');
      expect(items).toEqual([
        expect.objectContaining({ kind, workloadId: 'fraud' }),
      ]);
      expect(totalItems).toBe(1);
      expect((await list('mine')).items).toEqual([]);

      await knex('scorecards').update({ lifecycle: 'retired' });
      expect((await list('team')).items).toEqual([]);
      await knex('scorecards').update({ lifecycle: 'production' });

      await end(knex);
      expect((await list('team')).items).toEqual([]);
    },
  );

  it.each<ConfirmReason[]>([
    ['AGE', 'OWNER_CHANGED'],
    ['OWNER_CHANGED', 'AGE'],
  ])(
    'says of an answer in several doubts why and since when the earliest, %s, is one',
    async (earliest, later) => {
      const { knex, list } = await start();
      await knex('answers').insert(answer('fraud', {}));
      const since = '2026-11-20T10:00:00.000Z';
      await putInDoubt(knex, later, NOW);
      await putInDoubt(knex, earliest, since);
      expect((await list('team')).items).toEqual([
        expect.objectContaining({ kind: 'CONFIRM', reason: earliest, since }),
      ]);
    },
  );

  it('lists nothing of a review that was left empty, unless its lens is named', async () => {
    const { knex, list } = await start();
    await KINDS.PHASE_DUE.begin(knex, 'fraud');
    await knex('workload_lenses').insert({
      workload_id: 'fraud',
      lens_id: 'aws',
      added: true,
    });
    const kinds = async () =>
      (await list('team')).items.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['PHASE_DUE']);
    await knex('scorecards').update({ none: 0, unanswered: 1 });
    expect(await kinds()).toEqual([]);
    await knex('workload_lenses').update({ place: 0 });
    expect(await kinds()).toEqual(['PHASE_DUE']);
  });

  it('has what is due first in front, page by page', async () => {
    const { knex, list } = await start();
    for (const { begin } of Object.values(KINDS)) {
      await begin(knex, 'fraud');
    }
    const { items } = await list('team');
    expect(items.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['REVIEW_DUE', '2026-10-30T10:00:00.000Z'],
      ['PHASE_LATE', '2026-11-01T23:59:59.999Z'],
      ['ASSIGNED', '2026-12-01T23:59:59.999Z'],
      ['PROPOSALS', '2026-12-29T10:00:00.000Z'],
      ['TARGET_BEHIND', '2026-12-31T23:59:59.999Z'],
      ['CONTRADICTION', null],
      ['LINK_PENDING', null],
      ['PHASE_DUE', null],
      ['UPGRADE_AVAILABLE', null],
    ]);
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await list('team', cursor, 1);
      seen.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(items);
  });

  it('is what filtering by hand gives, for four people', async () => {
    const { knex, inboxOf } = await start();
    const people = [
      [MEI, TEAM],
      ['user:default/jun', TEAM],
      ['user:default/ada', 'group:default/other'],
      ['user:default/sol'],
    ];
    const owners = [...new Set(people.flat())];
    const due = owners.map((owner, index) => ({
      workloadId: index === 2 ? 'hidden' : `owned-${index}`,
      owner,
      assignee: owners[(index + 1) % owners.length],
    }));
    await knex('scorecards').delete();
    for (const { workloadId, owner, assignee } of due) {
      await knex('scorecards').insert(
        scorecard(workloadId, {
          owner_ref: owner,
          answered_at: '2026-08-01T10:00:00.000Z',
        }),
      );
      await KINDS.ASSIGNED.begin(knex, workloadId);
      await knex('improvements')
        .where({ review_id: `${workloadId}/aws` })
        .update({ assignee });
    }
    for (const refs of people) {
      for (const scope of ['mine', 'team'] as const) {
        const own = scope === 'mine' ? refs.slice(0, 1) : refs;
        const byHand = due
          .filter(({ workloadId }) => workloadId !== 'hidden')
          .flatMap(({ workloadId, owner, assignee }) => [
            ...(own.includes(owner) ? [`REVIEW_DUE ${workloadId}`] : []),
            ...(own.includes(assignee) ? [`ASSIGNED ${workloadId}`] : []),
          ]);
        const { items, totalItems } = await inboxOf(refs).list(
          { scope, limit: 50 },
          mockCredentials.user(refs[0]),
        );
        const listed = items.map(item => `${item.kind} ${item.workloadId}`);
        expect(listed.sort()).toEqual(byHand.sort());
        expect(totalItems).toBe(byHand.length);
      }
    }
  });
});
