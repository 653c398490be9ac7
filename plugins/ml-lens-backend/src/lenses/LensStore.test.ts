// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { testDatabases } from '../__testUtils__/databases';
import { smallLens } from '../__testUtils__/lensFixtures';
import { documentColumns } from './lensRow';
import { LensStore } from './LensStore';
import type { LensRow } from './rows';

const databases = testDatabases();
const AT = '2026-01-01T00:00:00.000Z';

function row(
  id: string,
  version: string,
  changes: Partial<LensRow> = {},
  name = `Lens ${id}`,
): LensRow {
  return {
    lens_id: id,
    version,
    status: 'PUBLISHED',
    seq: 1,
    is_major: true,
    origin: 'import',
    ...documentColumns(
      smallLens({
        id,
        version,
        name,
        locales: { ja: { name: '小さなレンズ' } },
      }),
    ),
    created_at: AT,
    created_by: 'test',
    published_at: AT,
    published_by: 'test',
    archived_at: null,
    archived_by: null,
    ...changes,
  };
}

describe.each(databases.ids)('LensStore on %p', databaseId => {
  const start = async () => new LensStore(await databases.create(databaseId));
  const PUBLIC = ['PUBLISHED', 'ARCHIVED'] as const;

  it('adds a version once', async () => {
    const store = await start();
    expect(await store.insert(row('a', '1'))).toBe(true);
    expect(await store.insert(row('a', '1', {}, 'Other'))).toBe(false);
    expect(await store.get('a', '1')).toMatchObject({ name: 'Lens a' });
    expect(await store.get('a', '2')).toBeUndefined();
  });

  it('knows the latest published version by its number', async () => {
    const store = await start();
    await store.insert(row('a', '9', { seq: 1 }));
    await store.insert(row('a', '10', { seq: 2 }));
    await store.insert(row('a', '11', { seq: 3, status: 'DRAFT' }));
    await store.insert(row('b', '1', { status: 'ARCHIVED' }));

    expect((await store.latestPublished('a'))?.version).toBe('10');
    expect(await store.latestPublished('b')).toBeUndefined();
    expect([...(await store.publishedVersions())]).toEqual([['a', '10']]);
    expect((await store.versions('a')).map(v => v.version)).toEqual([
      '11',
      '10',
      '9',
    ]);
    expect(await store.nextSeq('a')).toBe(4);
    expect(await store.nextSeq('new')).toBe(1);
  });

  it('changes and deletes only versions of the status asked for', async () => {
    const store = await start();
    await store.insert(row('a', '1'));
    await store.insert(row('a', '2', { status: 'DRAFT' }));
    const archive = { status: 'ARCHIVED' } as const;
    expect(await store.update('a', '1', ['DRAFT'], archive)).toBe(false);
    expect(await store.update('a', '1', ['PUBLISHED'], archive)).toBe(true);
    expect(await store.deleteDraft('a', '1')).toBe(false);
    expect(await store.deleteDraft('a', '2')).toBe(true);
    expect(await store.get('a', '2')).toBeUndefined();
  });

  it('lists ids in pages, of visible versions that match', async () => {
    const store = await start();
    for (const id of ['B', 'a', 'a_b', 'c']) {
      await store.insert(row(id, '1'));
      await store.insert(row(id, '2', { seq: 2 }));
    }
    await store.insert(row('draft', '1', { status: 'DRAFT' }));

    const all = await store.listIds({ statuses: PUBLIC, limit: 10 });
    expect(all).toEqual({ ids: ['B', 'a', 'a_b', 'c'], total: 4 });
    expect(
      await store.listIds({ statuses: PUBLIC, limit: 2, after: 'a' }),
    ).toEqual({ ids: ['a_b', 'c'], total: 4 });
    const search = async (q: string) =>
      (await store.listIds({ statuses: PUBLIC, limit: 10, q })).ids;
    expect(await search('LENS C')).toEqual(['c']);
    expect(await search('小さな')).toHaveLength(4);
    expect(await search('a_')).toEqual(['a_b']);
    expect(await search('%')).toEqual([]);
    expect(await search("'; drop table lenses --")).toEqual([]);
    expect(await store.listIds({ statuses: [], limit: 10 })).toEqual({
      ids: [],
      total: 0,
    });
  });

  it('replaces the reports of the last start', async () => {
    const store = await start();
    const problems = [
      { pointer: '/name', code: 'MISSING', message: 'Name it' },
    ];
    await store.saveReports([{ target: 'a.yaml', problems }], AT);
    expect(await store.reports()).toEqual([
      { target: 'a.yaml', problems, seenAt: AT },
    ]);
    await store.saveReports([], AT);
    expect(await store.reports()).toEqual([]);
  });
});
