// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { parseLens } from '@ml-lens/lens-model';
import { stringify } from 'yaml';
import { smallLens } from '../__testUtils__/lensFixtures';
import { BASE, startWithPetra as start } from '../__testUtils__/startWithPetra';

jest.setTimeout(120_000);

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
