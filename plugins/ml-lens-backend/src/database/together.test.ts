// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { testDatabases } from '../__testUtils__/databases';
import { readTogether, writeTogether } from './together';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('Statements together on %s', id => {
  const tagged = async () => {
    const knex = await databases.create(id);
    await knex('workloads').insert(
      ['b', 'a'].map(name => ({
        workload_id: name,
        title: `„${name}“ \\ "?"\n`,
        problems: '[{"a":null}]',
        updated_at: '2026-01-01T00:00:00.000Z',
      })),
    );
    return knex;
  };

  it('read what each would read by itself, in its order', async () => {
    const knex = await tagged();
    const queries = () => ({
      workloads: knex('workloads').whereIn('workload_id', ['a', 'b']),
      ordered: knex('workloads')
        .where('title', 'like', '%"?"%')
        .orderBy('workload_id')
        .select('workload_id', 'orphaned_at', 'profile_revision'),
      none: knex('workload_tags').where('tag', '?'),
    });
    const rows = await readTogether<Record<string, object>>(knex, queries());
    expect(rows.ordered).toEqual([
      { workload_id: 'a', orphaned_at: null, profile_revision: 0 },
      { workload_id: 'b', orphaned_at: null, profile_revision: 0 },
    ]);
    expect(rows.none).toEqual([]);
    expect(rows).toEqual({
      workloads: await queries().workloads,
      ordered: await queries().ordered,
      none: await queries().none,
    });
  });

  it('write everything, however many they are', async () => {
    const knex = await tagged();
    const names = Array.from({ length: 40 }, (_, index) => `tag-${index}`);
    await knex.transaction(async tx => {
      await writeTogether(tx, []);
      await writeTogether(tx, [
        ...names.map(tag =>
          tx('workload_tags').insert({ workload_id: 'a', tag }),
        ),
        tx('workloads').where('workload_id', 'b').update({ title: 'new' }),
      ]);
      expect(
        await tx('workload_tags')
          .orderByRaw(id === 'SQLITE_3' ? 'rowid' : 'ctid')
          .pluck('tag'),
      ).toEqual(names);
      await writeTogether(tx, [
        tx('workload_tags').where('tag', 'tag-3').delete(),
        tx('workload_tags')
          .insert({ workload_id: 'a', tag: 'tag-4' })
          .onConflict(['workload_id', 'tag'])
          .ignore(),
      ]);
    });
    expect(await knex('workload_tags').pluck('tag')).toHaveLength(39);
    expect(
      await knex('workloads').where('workload_id', 'b').pluck('title'),
    ).toEqual(['new']);
  });

  if (id !== 'SQLITE_3') {
    it('write and say what came of one that builds on another', async () => {
      const knex = await tagged();
      const writes = await knex.transaction(
        async tx =>
          await writeTogether<{ tag: string }>(
            tx,
            ['x', 'y'].map(tag =>
              tx('workload_tags').insert({ workload_id: 'b', tag }),
            ),
            {
              renamed: tx('workloads')
                .where('workload_id', 'a')
                .update({ title: 'third' })
                .returning('title'),
              noted: tx.raw(
                `insert into workload_tags (workload_id, tag)
                 select 'a', title from renamed returning tag`,
              ),
            },
          ),
      );
      expect(writes).toEqual([{ tag: 'third' }]);
      expect(await knex('workload_tags').pluck('tag')).toHaveLength(3);
    });
  }

  it('write nothing where one of them fails', async () => {
    const knex = await tagged();
    const failing = knex.transaction(async tx => {
      await writeTogether(tx, [
        tx('workloads').where('workload_id', 'b').update({ title: 'new' }),
        tx('workload_tags').insert({ workload_id: 'nobody', tag: null }),
      ]);
    });
    await expect(failing).rejects.toThrow();
    expect(
      await knex('workloads').where('title', 'new').pluck('workload_id'),
    ).toEqual([]);
  });
});
