// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensClient } from '@ml-lens/backstage-plugin-ml-lens-common';
import { WorkloadCollatorFactory } from './WorkloadCollatorFactory';

const row = (workloadId: string, lens: string, entityRef: string | null) => ({
  workloadId,
  title: workloadId,
  entityRef,
  owner: 'group:default/risk',
  system: null,
  domain: null,
  lifecycle: 'production',
  tags: ['nlp'],
  lens: { id: lens, version: '1' },
});

/** The documents of one collection, over answers to one request each. */
function collecting(pages: object[]) {
  const waited: number[] = [];
  const asked: unknown[] = [];
  const call = async (_: string, request: { query: { cursor?: string } }) => {
    asked.push(request.query.cursor);
    return pages.shift() ?? { items: [], pageInfo: {} };
  };
  const factory = new WorkloadCollatorFactory(
    {
      client: { call } as unknown as MlLensClient,
      tokenOf: async () => 'token',
    },
    async ms => waited.push(ms),
  );
  const collect = async () => {
    const documents: { title: string; text: string; location: string }[] = [];
    for await (const document of await factory.getCollator()) {
      documents.push(document);
    }
    return documents;
  };
  return { asked, collect, waited };
}

describe('documents of workloads', () => {
  it('are one for all reviews of a workload, also where a page ends', async () => {
    const { collect, asked } = collecting([
      {
        items: [
          row('a', 'aws', 'component:default/a'),
          row('b', 'aws', 'component:default/b'),
        ],
        pageInfo: { nextCursor: 'next' },
      },
      {
        items: [row('b', 'own', 'component:default/b'), row('c', 'aws', null)],
        pageInfo: {},
      },
    ]);
    expect(
      (await collect()).map(({ title, text, location }) => [
        title,
        text,
        location,
      ]),
    ).toEqual([
      ['a', 'a nlp aws', '/catalog/default/component/a/ml-lens'],
      ['b', 'b nlp aws own', '/catalog/default/component/b/ml-lens'],
      ['c', 'c nlp aws', '/ml-lens/workloads/c'],
    ]);
    expect(asked).toEqual([undefined, 'next']);
  });

  it('wait, the first time, for a portal that has just started', async () => {
    const nothing = { items: [], pageInfo: {} };
    const { collect, waited } = collecting([
      nothing,
      nothing,
      { items: [row('a', 'aws', null)], pageInfo: {} },
      nothing,
    ]);
    expect(await collect()).toHaveLength(1);
    expect(waited).toEqual([5_000, 5_000]);
    expect(await collect()).toEqual([]);
    expect(waited).toHaveLength(2);
  });

  it('do not wait for ever', async () => {
    const { collect, waited } = collecting([]);
    expect(await collect()).toEqual([]);
    expect(waited).toHaveLength(23);
  });
});
