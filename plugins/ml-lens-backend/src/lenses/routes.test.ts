// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { parseLens } from '@ml-lens/lens-model';
import { smallLens } from '../__testUtils__/lensFixtures';
import {
  ALLOW,
  as,
  componentOf,
  DENY,
  type TestPolicy,
} from '../__testUtils__/startMlLens';
import { BASE, startWithPetra as start } from '../__testUtils__/startWithPetra';

jest.setTimeout(120_000);

describe('versions', () => {
  it('are hidden as drafts and seen by all once published', async () => {
    const { post, get, audited } = await start();
    await post('/lenses', JSON.stringify(smallLens())).expect(201);
    const ids = async (user: string) =>
      (await get('/lenses', user)).body.items.map((item: any) => item.id);

    expect(await ids('mika')).not.toContain('small');
    expect(await ids('petra')).toContain('small');
    await get('/lenses/small?version=1.0').expect(404);
    await get('/lenses/small/export?version=1.0').expect(404);
    await get('/lenses/small').expect(404);

    const { body } = await post('/lenses/small/versions/1.0/publish').expect(
      200,
    );
    expect(mlLensRoutes.publishLens.response.parse(body)).toMatchObject({
      status: 'PUBLISHED',
      isMajor: true,
    });
    expect(await ids('mika')).toContain('small');
    await get('/lenses/small').expect(200);
    expect(audited.at(-1)).toEqual({
      eventId: 'lens-mutate',
      outcome: 'success',
      meta: { actionType: 'publish', lensId: 'small', version: '1.0' },
    });
  });

  it('become the latest in the order they are published', async () => {
    const { post, get } = await start();
    for (const version of ['2.0', '1.0']) {
      await post('/lenses', JSON.stringify(smallLens({ version }))).expect(201);
    }
    await post('/lenses/small/versions/1.0/publish').expect(200);
    const second = await post('/lenses/small/versions/2.0/publish').expect(200);

    // The same questions judged in the same way: nobody has to look again.
    expect(second.body.isMajor).toBe(false);
    const { body } = await get('/lenses/small').expect(200);
    expect(body.version).toBe('2.0');
  });

  it('are published once, archived, and kept readable', async () => {
    const { post, get, publish } = await start();
    await publish(smallLens());
    await post('/lenses/small/versions/1.0/publish').expect(409);

    for (let time = 0; time < 2; time++) {
      const { body } = await post('/lenses/small/versions/1.0/archive').expect(
        200,
      );
      expect(body.status).toBe('ARCHIVED');
    }
    await get('/lenses/small?version=1.0').expect(200);
    await get('/lenses/small').expect(404);
    await post('/lenses', JSON.stringify(smallLens())).expect(409);
  });

  it('can be thrown away as drafts only', async () => {
    const { api, post, get, publish } = await start();
    const remove = (version: string, user = 'petra') =>
      api.delete(`${BASE}/lenses/small/versions/${version}`).set(as(user));

    await post('/lenses', JSON.stringify(smallLens())).expect(201);
    await remove('1.0', 'mika').expect(403);
    await remove('1.0').expect(204);
    await get('/lenses/small?version=1.0', 'petra').expect(404);
    await remove('1.0').expect(404);

    await publish(smallLens({ version: '2.0' }));
    await remove('2.0').expect(409);
    await post('/lenses/small/versions/9/publish').expect(404);
    await post('/lenses/small/versions/9/archive').expect(404);
  });

  it('can be compared and exported', async () => {
    const { get, publish } = await start();
    await publish(smallLens());
    const next = smallLens({ version: '2.0', name: 'Small lens, again' });
    next.pillars[0].questions[0].weight = 3;
    await publish(next);

    const diff = await get('/lenses/small/diff?from=1.0&to=2.0').expect(200);
    expect(mlLensRoutes.diffLens.response.parse(diff.body)).toMatchObject({
      from: '1.0',
      to: '2.0',
      major: true,
    });
    await get('/lenses/small/diff?from=1.0').expect(400);
    await get('/lenses/small/diff?from=1.0&to=9').expect(404);

    const file = await get('/lenses/small/export?format=aws').expect(200);
    expect(file.headers['content-disposition']).toContain('small-2.0.json');
    const parsed = parseLens(JSON.stringify(file.body));
    expect(parsed.errors).toEqual([]);
    expect(parsed.document).not.toHaveProperty('version');
    await get('/lenses/small/export?format=pdf').expect(400);
  });
});

describe('list', () => {
  it('pages by id, searches and filters by status', async () => {
    const { get, publish } = await start();
    for (const id of ['l1', 'l2', 'l3']) {
      await publish(smallLens({ id, name: `Lens ${id}` }));
    }

    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 5; page++) {
      const { body } = await get(
        `/lenses?limit=1${cursor && `&cursor=${cursor}`}`,
      ).expect(200);
      mlLensRoutes.listLenses.response.parse(body);
      expect(body.totalItems).toBe(5);
      seen.push(...body.items.map((item: any) => item.id));
      cursor = body.pageInfo.nextCursor ?? '';
    }
    expect(seen).toEqual(['aws-ml-lens', 'aws-ml-lens-2025', 'l1', 'l2', 'l3']);
    expect(cursor).toBe('');

    const found = await get('/lenses?q=LENS%20L2').expect(200);
    expect(found.body.items.map((item: any) => item.id)).toEqual(['l2']);
    const none = await get('/lenses?q=100%25').expect(200);
    expect(none.body).toMatchObject({ items: [], totalItems: 0 });
    const archived = await get('/lenses?status=ARCHIVED').expect(200);
    expect(archived.body.totalItems).toBe(0);
    await get('/lenses?status=NEW').expect(400);
    await get('/lenses?cursor=nonsense!').expect(400);
  });

  it('counts use among the workloads the caller may see', async () => {
    const policy: TestPolicy = (permission, who) =>
      permission.name === 'ml-lens.review.read' && who === 'mika'
        ? DENY
        : ALLOW;
    const { get } = await start({
      policy,
      entities: [componentOf('one'), componentOf('two')],
    });
    const usage = async (user: string) =>
      (await get('/lenses?q=aws-ml-lens', user)).body.items[0].usage;

    expect(await usage('lena')).toEqual({
      workloads: 2,
      meanScore: null,
      meanCoverage: null,
    });
    expect(await usage('mika')).toMatchObject({ workloads: 0 });
  });

  it('needs the permission to read lenses', async () => {
    const { get } = await start({ policy: () => DENY });
    for (const path of [
      '/lenses',
      '/lenses/aws-ml-lens',
      '/lenses/aws-ml-lens/export',
      '/lenses/aws-ml-lens/diff?from=1&to=2',
      '/lens-reports',
    ]) {
      await get(path).expect(403);
    }
  });
});

describe('reports', () => {
  it('list broken lens files and annotations for administrators', async () => {
    const { get } = await start({
      config: { mlLens: { lenses: [{ target: 'no/such/file-*.json' }] } },
      entities: [
        componentOf('Not A Workload', { name: 'bad' }),
        componentOf('good', {
          annotations: { 'ml-lens.io/lenses': 'aws-ml-lens,unknown' },
        }),
      ],
    });

    await get('/lens-reports').expect(403);
    const { body } = await get('/lens-reports', 'petra').expect(200);
    expect(mlLensRoutes.listLensReports.response.parse(body)).toMatchObject({
      lenses: [{ target: 'no/such/file-*.json' }],
      catalog: [
        {
          entityRef: 'component:default/bad',
          workloadId: null,
          code: 'INVALID_WORKLOAD_ID',
          annotation: 'ml-lens.io/workload',
          value: 'Not A Workload',
        },
        {
          entityRef: 'component:default/good',
          workloadId: 'good',
          code: 'UNKNOWN_LENS',
          annotation: 'ml-lens.io/lenses',
          value: 'unknown',
        },
      ],
      orphans: [],
      removal: null,
    });
  });
});

describe('mappings', () => {
  it('are listed for those who may read lenses', async () => {
    const { get } = await start();
    const { body } = await get('/lens-mappings?lensId=aws-ml-lens').expect(200);
    expect(mlLensRoutes.listLensMappings.response.parse(body).items).toEqual([
      expect.objectContaining({
        from: { lens: 'aws-ml-lens', version: '2020-04' },
        to: { lens: 'aws-ml-lens-2025', version: '2025-11' },
      }),
    ]);
    expect(body.items[0].counts.same).toBeGreaterThan(0);
    const { body: none } = await get('/lens-mappings?lensId=small').expect(200);
    expect(none).toEqual({ items: [] });
  });
});

describe('a removal that waits', () => {
  it('is said to be right only by who manages lenses, of one that waits', async () => {
    const { post } = await start();
    const path = '/lens-reports/removal/confirm';
    const body = JSON.stringify({ since: '2026-11-02T09:00:00.000Z' });
    await post(path, body, 'mika').expect(403);
    await post(path, '{}').expect(400);
    const { body: refused } = await post(path, body).expect(409);
    expect(refused.error.message).toMatch(/look at the reports again/);
  });
});
