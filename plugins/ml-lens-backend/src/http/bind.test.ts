// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import type { RouteDefinition } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import express from 'express';
import request from 'supertest';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { accessOf } from '../__testUtils__/reviewFixtures';
import { as, startMlLens } from '../__testUtils__/startMlLens';
import { ErrorWithBody } from '../errors';
import { bindRoute, type RouteHandler } from './bind';
import { closeApiRouter, createApiRouter } from './server';

const putThing = {
  method: 'put',
  path: '/things/{thingId}/parts/{partId}',
  summary: 'Change a part',
  tag: 'workloads',
  access: 'caller',
  audit: { eventId: 'thing-mutate', actionType: 'update' },
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    q: z.string().optional(),
  }),
  body: z.object({
    revision: z.number().int().min(0),
    texts: z.array(z.string()).max(3),
    either: z
      .union([z.object({ id: z.string() }), z.object({ url: z.url() })])
      .optional(),
  }),
  status: 200,
  response: z.unknown(),
} as const satisfies RouteDefinition;
const postLens = {
  method: 'post',
  path: '/documents',
  summary: 'Send a document',
  tag: 'workloads',
  access: 'caller',
  audit: { eventId: 'thing-mutate', actionType: 'update' },
  rawBody: 'lens-document',
  status: 201,
  response: z.unknown(),
} as const satisfies RouteDefinition;
const deleteThing = {
  method: 'delete',
  path: '/things/{thingId}',
  summary: 'Delete a thing',
  tag: 'workloads',
  access: 'caller',
  audit: { eventId: 'thing-mutate', actionType: 'update' },
  status: 204,
  response: null,
} as const satisfies RouteDefinition;

function appWith<R extends Parameters<typeof bindRoute>[1]>(
  route: R,
  handler: RouteHandler<R>,
) {
  const auditor = mockServices.auditor.mock();
  const api = createApiRouter({
    httpAuth: mockServices.httpAuth(),
    auditor,
    access: accessOf(),
    logger: mockServices.logger.mock(),
    maxImportBytes: 1000,
  });
  bindRoute(api, route, handler);
  closeApiRouter(api);
  return request(express().use(api.router).use(mockErrorHandler()));
}

const good = { revision: 1, texts: ['a'] };
const PATH = '/things/one/parts/two';

describe('bindRoute', () => {
  const echo = () =>
    appWith(putThing, async ({ params, query, body, credentials }) => ({
      params,
      query,
      body,
      who: (credentials.principal as { userEntityRef?: string }).userEntityRef,
    }));

  it('hands over what the route names, parsed', async () => {
    const { status, body } = await echo()
      .put('/things/a%2Fb/parts/%E5%80%8B?limit=5')
      .send(good);
    expect(status).toBe(200);
    expect(body).toEqual({
      params: { thingId: 'a/b', partId: '個' },
      query: { limit: 5 },
      body: good,
      who: 'user:default/mock',
    });
  });

  it('reads JSON whatever its content type says', async () => {
    await echo()
      .put(PATH)
      .set('content-type', 'text/plain')
      .send(JSON.stringify(good))
      .expect(200);
  });

  it('asks for credentials before anything else', async () => {
    await echo()
      .put(`${PATH}?limit=no`)
      .set('authorization', mockCredentials.none.header())
      .send('{')
      .expect(401);
  });

  it('names every bad field and what is wrong', async () => {
    const { status, body } = await echo()
      .put(PATH)
      .send({ revision: -1, texts: ['a', 5], either: { url: 'no' } });
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    for (const field of ['revision: ', 'texts[1]: ', 'either.url: ']) {
      expect(body.error.message).toContain(field);
    }
  });

  it.each([
    ['limit=0', 'limit: '],
    ['limit=1e999', 'limit: '],
    ['limit=1.5', 'limit: '],
    ['limit=99999999999999999999', 'limit: '],
    ['limit=1&limit=2', 'limit: '],
    ['limit[a]=1', 'limit: '],
    ['q[]=a', 'q: '],
    ['q[a]=b', 'q: '],
    ['q=a%00b', 'q: must not contain the NUL character'],
  ])('refuses the query %s', async (query, message) => {
    const { status, body } = await echo().put(`${PATH}?${query}`).send(good);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it.each([
    ['nothing', undefined, 'revision: '],
    ['null', 'null', 'body: '],
    ['a list', '[1]', 'body: '],
    ['a number', '5', 'body: '],
    ['broken JSON', '{"revision":', 'not valid JSON'],
    ['a huge number', '{"revision":1e999,"texts":[]}', 'revision: '],
    [
      'a NUL character',
      '{"revision":1,"texts":["a\\u0000"]}',
      'texts[0]: must not contain the NUL character',
    ],
    [
      'a NUL character in a key',
      '{"revision":1,"texts":[],"\\u0000":1}',
      'must not contain the NUL character',
    ],
  ])('refuses %s as a body', async (_name, text, message) => {
    const { status, body } = await echo()
      .put(PATH)
      .set('content-type', 'application/json')
      .send(text);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('stands deep nesting', async () => {
    const depth = 60_000;
    const { status } = await echo()
      .put(PATH)
      .set('content-type', 'application/json')
      .send(`{"revision":1,"texts":${'['.repeat(depth)}${']'.repeat(depth)}}`);
    expect(status).toBe(400);
  });

  it('limits JSON bodies to 256 kB, unpacked', async () => {
    const large = JSON.stringify({ ...good, texts: ['x'.repeat(256_000)] });
    const { status, body } = await echo()
      .put(PATH)
      .set('content-type', 'application/json')
      .send(large);
    expect(status).toBe(413);
    expect(body.error.name).toBe('PayloadTooLargeError');
    expect(body.error.message).toContain('256,000 bytes');

    await echo()
      .put(PATH)
      .set('content-encoding', 'gzip')
      .set('content-type', 'application/json')
      .serialize(value => value)
      .send(gzipSync(large) as any)
      .expect(413);
  });

  it('refuses encodings it cannot read', async () => {
    await echo()
      .put(PATH)
      .set('content-encoding', 'compress')
      .send(good)
      .expect(415);
  });

  it('answers paths that do not decode, and unknown ones', async () => {
    await echo().put('/things/%E0%A4%A/parts/two').send(good).expect(400);
    await echo().put('/things/a%00b/parts/two').send(good).expect(400);
    await echo().get(PATH).expect(404);
    await echo().get('/nowhere').expect(404);
  });

  it('gives files as text, with or without a byte order mark', async () => {
    const app = appWith(postLens, async ({ body }) => ({ text: body }));
    await app
      .post('/documents')
      .set('content-type', 'application/yaml')
      .send('\uFEFFname: 手引き')
      .expect(201, { text: 'name: 手引き' });
    await app.post('/documents').expect(201, { text: '' });
    const { status, body } = await app
      .post('/documents')
      .set('content-type', 'application/octet-stream')
      .send(Buffer.from([0xc3, 0x28]));
    expect(status).toBe(400);
    expect(body.error.message).toContain('UTF-8');
  });

  it('answers 204 without a body', async () => {
    const app = appWith(deleteThing, async () => {});
    const { status, text } = await app.delete('/things/one');
    expect([status, text]).toEqual([204, '']);
  });

  it('puts the body of an error beside the error', async () => {
    const app = appWith(deleteThing, async () => {
      throw new ErrorWithBody({
        name: 'ConflictError',
        statusCode: 409,
        message: 'Stale',
        body: { current: 2 },
      });
    });
    const { status, body } = await app.delete('/things/one');
    expect(status).toBe(409);
    expect(body).toEqual({
      error: { name: 'ConflictError', message: 'Stale' },
      request: { method: 'DELETE', url: '/things/one' },
      response: { statusCode: 409 },
      current: 2,
    });
  });

  it('leaves other errors to Backstage', async () => {
    const app = appWith(deleteThing, async () => {
      throw new NotFoundError('Not here');
    });
    const { status, body } = await app.delete('/things/one');
    expect(status).toBe(404);
    expect(body.error).toMatchObject({ name: 'NotFoundError' });
  });
});

describe('in a backend', () => {
  it('serves the OpenAPI document to callers with credentials', async () => {
    const { api } = await startMlLens();
    const path = '/api/ml-lens/openapi.json';
    await api.get(path).set('authorization', 'Bearer nonsense').expect(401);
    const { body } = await api.get(path).set(as('mika')).expect(200);
    expect(body).toMatchObject({ openapi: '3.1.0' });
    expect(Object.keys(body.paths)).toContain('/lenses');
  });

  it('never answers bad input with 500', async () => {
    const { api } = await startMlLens();
    const expected: [string, number][] = [
      ['/lenses/%E0%A4%A', 400],
      ['/lenses/%00', 400],
      ['/lenses?limit=abc', 400],
      ['/lenses?q=%00', 400],
      ['/lenses?q=%E0%A4%A', 200],
      ['/lenses?cursor=AAAA', 400],
      ['/lenses/..%2F..%2Fetc', 404],
      ['/lenses/constructor', 404],
      ['/lenses/__proto__?version=__proto__', 404],
      [`/lenses/${'x'.repeat(5000)}`, 404],
      ['/nothing/here', 404],
      ['/', 404],
    ];
    for (const [path, status] of expected) {
      const response = await api.get(`/api/ml-lens${path}`).set(as('mika'));
      expect([path, response.status]).toEqual([path, status]);
    }
  });

  it('keeps the framework routes reachable', async () => {
    const { api } = await startMlLens();
    const { body } = await api
      .get('/api/ml-lens/.well-known/backstage/permissions/metadata')
      .set(as('mika'))
      .expect(200);
    expect(body.permissions).toHaveLength(9);
    expect(body.rules.map((rule: { name: string }) => rule.name)).toEqual([
      'IS_OWNER',
      'HAS_LENS',
      'HAS_LIFECYCLE',
    ]);
  });
});
