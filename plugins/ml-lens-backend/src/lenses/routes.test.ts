// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { parseLens, type LensDocument } from '@ml-lens/lens-model';
import { stringify } from 'yaml';
import { smallLens } from '../__testUtils__/lensFixtures';
import {
  ALLOW,
  as,
  componentOf,
  DENY,
  startMlLens,
  type TestPolicy,
} from '../__testUtils__/startMlLens';

const BASE = '/api/ml-lens';

/** Only `petra` manages lenses; everybody reads. */
const onlyPetraManages: TestPolicy = (permission, who) =>
  permission.name === 'ml-lens.lens.manage' && who !== 'petra' ? DENY : ALLOW;

async function start(options: Parameters<typeof startMlLens>[0] = {}) {
  const backend = await startMlLens({ policy: onlyPetraManages, ...options });
  const post = (path: string, body?: string, user = 'petra') =>
    backend.api
      .post(`${BASE}${path}`)
      .set(as(user))
      .set('content-type', 'application/json')
      .send(body);
  const get = (path: string, user = 'mika') =>
    backend.api.get(`${BASE}${path}`).set(as(user));
  const publish = async (document: LensDocument) => {
    await post('/lenses', JSON.stringify(document)).expect(201);
    await post(
      `/lenses/${document.id}/versions/${document.version}/publish`,
    ).expect(200);
  };
  return { ...backend, post, get, publish };
}

describe('import', () => {
  it('stores a document as a draft and tells what it holds', async () => {
    const { post } = await start();

    const response = await post('/lenses', JSON.stringify(smallLens()));

    expect(response.status).toBe(201);
    expect(mlLensRoutes.importLens.response.parse(response.body)).toEqual({
      lensId: 'small',
      version: '1.0',
      status: 'DRAFT',
      counts: { pillars: 1, questions: 1, choices: 3 },
      warnings: expect.any(Array),
    });
  });

  it('reads YAML, and takes id and version from the query', async () => {
    const { post, get } = await start();

    await post('/lenses?lensId=other&version=7', stringify(smallLens()))
      .expect(201)
      .expect(({ body }) =>
        expect(body).toMatchObject({ lensId: 'other', version: '7' }),
      );
    const { body } = await get('/lenses/other?version=7', 'petra').expect(200);
    expect(mlLensRoutes.getLens.response.parse(body)).toMatchObject({
      id: 'other',
      version: '7',
      status: 'DRAFT',
      origin: 'import',
      createdBy: 'user:default/petra',
      publishedAt: null,
    });
  });

  it('counts versions when the document has none, and replaces drafts', async () => {
    const { post, get, publish } = await start();
    const text = JSON.stringify({ ...smallLens(), version: undefined });

    await post('/lenses', text).expect(201);
    await post('/lenses/small/versions/1/publish').expect(200);
    const { body } = await post('/lenses', text).expect(201);
    expect(body.version).toBe('2');

    await post(
      '/lenses?version=2',
      JSON.stringify({ ...smallLens(), name: 'Reworked' }),
    ).expect(201);
    await get('/lenses/small?version=2', 'petra').expect(({ body: lens }) =>
      expect(lens.name).toBe('Reworked'),
    );
    await publish(smallLens({ version: '3' }));
  });

  it('names every problem of a document at once', async () => {
    const { post, audited } = await start();
    const document = smallLens();
    document.pillars[0].questions[0].choices[0].id = 'no spaces';
    document.pillars[0].questions[0].riskRules[0].condition = 'backup_data &&';
    const text = JSON.stringify(document);

    const { status, body } = await post('/lenses', text);

    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(body.problems.length).toBeGreaterThan(1);
    expect(body.problems).toEqual(parseLens(text).errors);
    expect(audited).toEqual([
      {
        eventId: 'lens-mutate',
        outcome: 'fail',
        meta: { actionType: 'import' },
      },
    ]);
  });

  it.each([
    ['', 'The body is empty'],
    ['not a lens', 'cannot be imported'],
    ['{"a":', 'cannot be imported'],
    ['[]', 'cannot be imported'],
    ['null', 'cannot be imported'],
  ])('refuses %p', async (text, message) => {
    const { post } = await start();
    const { status, body } = await post('/lenses', text);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('refuses ids and versions that cannot stand in a path', async () => {
    const { post } = await start();
    const text = JSON.stringify(smallLens());
    for (const query of ['lensId=a%2Fb', 'version=1%202', 'lensId=a%00b']) {
      await post(`/lenses?${query}`, text).expect(400);
    }
  });

  it('says how large a document may be', async () => {
    const { post } = await start();
    for (const bytes of [500_001, 700_000]) {
      const description = 'x'.repeat(bytes);
      const { status, body } = await post(
        '/lenses',
        JSON.stringify(smallLens({ description })),
      );
      expect(status).toBe(413);
      expect(body.error.message).toMatch(/[56]00,000/);
    }
  });

  it('keeps published versions', async () => {
    const { post, get, publish } = await start();
    await publish(smallLens());

    const changed = JSON.stringify({ ...smallLens(), name: 'Changed' });
    const { status, body } = await post('/lenses', changed);

    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('use another version'),
    });
    await get('/lenses/small').expect(({ body: lens }) =>
      expect(lens.name).toBe('Small lens'),
    );
  });

  it('stores nothing on a dry run', async () => {
    const { post, get, audited } = await start();
    await post('/lenses?dryRun=true', JSON.stringify(smallLens())).expect(201);
    await get('/lenses/small?version=1.0', 'petra').expect(404);
    expect(audited).toEqual([]);
  });

  it('reads a file through the URL readers', async () => {
    const urlReader = mockServices.urlReader.mock({
      readUrl: async url => {
        if (url.endsWith('gone.json')) {
          throw new NotFoundError('gone');
        }
        return {
          buffer: async () => Buffer.from(JSON.stringify(smallLens())),
        } as any;
      },
    });
    const { post } = await start({ features: [urlReader.factory] });

    await post(
      `/lenses?url=${encodeURIComponent('https://git.example/small.json')}`,
    ).expect(201);
    const { status, body } = await post(
      `/lenses?url=${encodeURIComponent('https://git.example/gone.json')}`,
    );
    expect(status).toBe(400);
    expect(body.error.message).toContain('https://git.example/gone.json');
  });

  it('is for those who manage lenses', async () => {
    const { post, api, audited } = await start();
    await post('/lenses', JSON.stringify(smallLens()), 'mika').expect(403);
    expect(audited.map(event => event.outcome)).toEqual(['fail']);
    await api
      .post(`${BASE}/lenses`)
      .set('authorization', mockCredentials.none.header())
      .expect(401);
  });
});

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
