// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { test } from 'node:test';
import { assertPortsAreFree, serveApp } from './app.mjs';

/** A server on a port of its own, and its address. */
async function serve(handler) {
  const server = http.createServer(handler);
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return { server, url: `http://localhost:${server.address().port}` };
}

/** An address that nothing listens at. */
async function freeAddress() {
  const { server, url } = await serve(() => {});
  server.close();
  return url;
}

test('a taken port is named with the setting that changes it', async () => {
  const { server, url } = await serve((_, response) => response.end());
  const free = await freeAddress();
  await assert.rejects(
    assertPortsAreFree({ app: url, backend: free }),
    /Port \d+ of the app is in use.*ML_LENS_APP_PORT=/,
  );
  await assert.rejects(
    assertPortsAreFree({ app: free, backend: url }),
    /Port \d+ of the backend is in use.*ML_LENS_BACKEND_PORT=/,
  );
  server.close();
});

test('the app is what the backend serves, once that answers', async () => {
  const app = await freeAddress();
  const backend = await freeAddress();
  const stop = await serveApp({ app, backend });
  const early = await fetch(app);
  assert.equal(early.status, 503);
  assert.equal(early.headers.get('retry-after'), '1');

  const server = http.createServer((request, response) =>
    response.end(`${request.method} ${request.url}`),
  );
  server.listen(new URL(backend).port, 'localhost');
  await once(server, 'listening');
  const page = await fetch(`${app}/ml-lens?lens=a`);
  assert.equal(await page.text(), 'GET /ml-lens?lens=a');
  stop();
  server.close();
});
