// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { inserts } from '../database/sql';
import {
  changesSince,
  noteOrgChange,
  noteOrgChangeWhere,
  orgPosition,
  type OrgPosition,
  samePosition,
} from './orgChanges';

jest.setTimeout(120_000);

const databases = testDatabases();

const note = (knex: Knex, ...ids: string[]) =>
  knex.transaction(tx => noteOrgChange(tx, ids));

/** What changed since a position, as somebody who follows asks for it. */
async function changedSince(knex: Knex, position: OrgPosition) {
  const { ids, latest } = await changesSince(knex, position);
  expect(latest).toEqual(await orgPosition(knex));
  return ids?.sort();
}

describe.each(databases.ids)('changes on %s', id => {
  it('are named once each, however often they were noted', async () => {
    const knex = await databases.create(id);
    const position = await orgPosition(knex);
    expect(await changedSince(knex, position)).toEqual([]);
    await note(knex, 'a', 'b', 'b');
    await note(knex, 'b', 'c');
    await note(knex);
    expect(await changedSince(knex, position)).toEqual(['a', 'b', 'c']);
    const later = await orgPosition(knex);
    await note(knex, 'd');
    expect(await changedSince(knex, later)).toEqual(['d']);
  });

  it('are those that are committed', async () => {
    const knex = await databases.create(id);
    const before = await orgPosition(knex);
    await expect(
      knex.transaction(async tx => {
        await noteOrgChange(tx, ['a']);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(samePosition(before, await orgPosition(knex))).toBe(true);
    expect(await changedSince(knex, before)).toEqual([]);
  });

  it('are unknown after a backup was restored, whatever was written since', async () => {
    const knex = await databases.create(id);
    await note(knex, 'a');
    const backup = {
      org_changes: await knex('org_changes'),
      workload_changes: await knex('workload_changes'),
    };
    for (let written = 0; written < 4; written++) {
      await note(knex, 'b');
      await note(knex, 'c');
      const position = await orgPosition(knex);
      for (const [table, rows] of Object.entries(backup)) {
        await knex(table).delete();
        await knex(table).insert(rows);
      }
      for (let count = 0; count < written; count++) {
        await note(knex, 'd');
      }
      expect(samePosition(position, await orgPosition(knex))).toBe(false);
      expect(await changedSince(knex, position)).toBeUndefined();
    }
  });

  it('are forgotten when there are many more of them', async () => {
    const knex = await databases.create(id);
    await knex('org_changes').where('counter', '>', 0).delete();
    await note(knex, 'first');
    const old = await orgPosition(knex);
    await knex('org_changes').update({ changes: 1_499 });
    await note(knex, 'a');
    const recent = await orgPosition(knex);
    await note(knex, 'b');
    expect(await changedSince(knex, old)).toBeUndefined();
    expect(await changedSince(knex, recent)).toEqual(['b']);
    expect(await knex('workload_changes').pluck('workload_id')).toEqual([
      'a',
      'b',
    ]);
  });
});

// Only there can several transactions write at once.
const POSTGRES = databases.ids.flat().filter(id => id !== 'SQLITE_3');

for (const id of POSTGRES) {
  describe(`changes by many at once on ${id}`, () => {
    it('are noted without waiting, and none is missed that is committed late', async () => {
      const knex = await databases.create(id);
      await knex('org_changes').where('counter', '>', 1).delete();
      const open = await Promise.all(
        Array.from({ length: 4 }, () => knex.transaction()),
      );
      // One after the other: any that waited for another would wait for ever.
      for (const [index, tx] of open.entries()) {
        await noteOrgChange(tx, [`w-${index}`]);
      }
      let position = await orgPosition(knex);
      const found: string[][] = [];
      for (const tx of open.reverse()) {
        await tx.commit();
        const { latest, ids } = await changesSince(knex, position);
        found.push(ids!);
        position = latest;
      }
      expect(found).toEqual([['w-3'], ['w-2'], ['w-1'], ['w-0']]);
    });

    describe('in one statement', () => {
      /** A tag of workload `a`, as one of several statements. */
      const tagged = (knex: Knex, tag: string, where: Knex.Raw) =>
        inserts(knex, 'workload_tags', [{ workload_id: 'a', tag }], where);
      const written = async (knex: Knex) => ({
        changes: await knex('workload_changes').pluck('workload_id'),
        tags: await knex('workload_tags').pluck('tag'),
      });
      /** As long as there is a counter with this number of changes. */
      const write = async (knex: Knex, changes: number, count = 1) =>
        await noteOrgChangeWhere(
          knex,
          ['a'],
          knex('org_changes').where({ changes }).limit(1).select('counter'),
          where =>
            Array.from({ length: count }, (_, index) =>
              tagged(knex, `tag-${index}`, where),
            ).flat(),
        );

      it('are noted with all that comes along, or none of it is written', async () => {
        const knex = await databases.create(id);
        const nothing = { changes: [], tags: [] };
        expect(await write(knex, 77)).toBe(false);
        // More than one statement can take.
        expect(await write(knex, 0, 16)).toBe(false);
        await knex.transaction(async tx => {
          await tx('org_changes').forUpdate();
          expect(await write(knex, 0)).toBe(false);
        });
        expect(await written(knex)).toEqual(nothing);
        expect(await write(knex, 0, 2)).toBe(true);
        expect(await written(knex)).toEqual({
          changes: ['a'],
          tags: ['tag-0', 'tag-1'],
        });
      });

      it('are forgotten, too, when there are many more of them', async () => {
        const knex = await databases.create(id);
        await knex('org_changes').where('counter', '>', 0).delete();
        await note(knex, 'first');
        await knex('org_changes').update({ changes: 1_499 });
        expect(await write(knex, 1_499)).toBe(true);
        expect((await written(knex)).changes).toEqual(['a']);
      });
    });
  });
}
