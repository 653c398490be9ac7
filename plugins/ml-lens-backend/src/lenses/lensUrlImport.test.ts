// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { smallLens } from '../__testUtils__/lensFixtures';
import { as, startMlLens } from '../__testUtils__/startMlLens';

/** A server of files, and one of a file that never ends. */
function startFiles(): Promise<Server> {
  const answers: Record<string, string> = {
    '/small.json': JSON.stringify(smallLens()),
    '/page': '<!DOCTYPE html><html><body>Sign in</body></html>',
    '/broken.json': '{"schemaVersion": "2021-11-01", "name": }',
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/endless.json') {
      const more = () => {
        while (response.write('x'.repeat(65_536))) {
          // until the other side has enough for now
        }
      };
      response.on('drain', more);
      more();
    } else if (path === '/failing.json') {
      response.writeHead(503).end();
    } else if (answers[path]) {
      response.end(answers[path]);
    } else {
      response.writeHead(404).end('gone');
    }
  });
  return new Promise(resolve =>
    server.listen(0, '127.0.0.1', () => resolve(server)),
  );
}

describe('importing a lens from an address', () => {
  let server: Server;
  let base: string;
  let backend: Awaited<ReturnType<typeof startMlLens>>;

  beforeAll(async () => {
    server = await startFiles();
    const { port } = server.address() as AddressInfo;
    base = `http://localhost:${port}`;
    backend = await startMlLens({
      features: [mockServices.urlReader.factory()],
      config: {
        backend: {
          baseUrl: 'http://localhost',
          reading: { allow: [{ host: `localhost:${port}` }] },
        },
      },
    });
  });

  afterAll(() => {
    server.closeAllConnections();
    return new Promise(resolve => server.close(resolve));
  });

  const importFrom = (url: string) =>
    backend.api
      .post('/api/ml-lens/lenses')
      .query({ url })
      .set(as('tomas'))
      .send();

  it('stores the file as a draft', async () => {
    const { body } = await importFrom(`${base}/small.json`).expect(201);
    expect(body).toMatchObject({ lensId: 'small', status: 'DRAFT' });
  });

  it.each([
    ['http://127.0.0.1/small.json', 'URL_NOT_ALLOWED', /127\.0\.0\.1/],
    ['/gone.json', 'URL_NOT_FOUND', /gone\.json/],
    ['/failing.json', 'URL_UNREADABLE', /503/],
    ['/page', 'WEB_PAGE', /web page/],
    ['/broken.json', 'SYNTAX', /JSON/],
  ])('says what is wrong with %s', async (path, code, message) => {
    const url = path.startsWith('http') ? path : `${base}${path}`;
    const { body } = await importFrom(url).expect(400);
    expect(body.error.name).toBe('InputError');
    expect(body.problems[0]).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it('reads no more than a lens may have', async () => {
    const { body } = await importFrom(`${base}/endless.json`).expect(413);
    expect(body.error.message).toContain('500,000');
  });
});
