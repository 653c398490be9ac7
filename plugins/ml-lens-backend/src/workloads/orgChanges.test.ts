/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { orgVersion, noteOrgChange } from './orgChanges';

jest.setTimeout(120_000);

const databases = testDatabases();

/** How many changes a version counts. */
const counted = async (knex: Knex) =>
  Number((await orgVersion(knex)).split('/')[0]);

describe.each(databases.ids)('changes on %s', id => {
  it('are other ones after a backup was restored', async () => {
    const knex = await databases.create(id);
    const change = () => knex.transaction(tx => noteOrgChange(tx));
    const backup = await knex('org_changes').orderBy('counter');
    const versions = new Set<string>();
    for (let restored = 0; restored < 5; restored++) {
      await change();
      versions.add(await orgVersion(knex));
      await knex('org_changes').delete();
      await knex('org_changes').insert(backup);
    }
    expect(versions.size).toBe(5);
  });

  it('count what is committed, and nothing else', async () => {
    const knex = await databases.create(id);
    const before = await orgVersion(knex);
    await knex.transaction(async tx => await noteOrgChange(tx));
    const after = await orgVersion(knex);
    expect(after).not.toBe(before);
    await expect(
      knex.transaction(async tx => {
        await noteOrgChange(tx);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await orgVersion(knex)).toBe(after);
  });
});

// Only there can several transactions write at once.
const POSTGRES = databases.ids.flat().filter(id => id !== 'SQLITE_3');

for (const id of POSTGRES) {
  describe(`changes by many at once on ${id}`, () => {
    it('are counted without waiting, and seen only when committed', async () => {
      const knex = await databases.create(id);
      const many = 3;
      await knex('org_changes').where('counter', '>', 0).delete();
      const before = await counted(knex);
      const open = await Promise.all(
        Array.from({ length: many }, () => knex.transaction()),
      );
      // One after the other: any that waited for another would wait for ever.
      for (const tx of open) {
        await noteOrgChange(tx);
      }
      expect(await counted(open[0])).toBe(before + 1);
      await Promise.all(open.map(tx => tx.commit()));
      expect(await counted(knex)).toBe(before + many);
    });
  });
}
