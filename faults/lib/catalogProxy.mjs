// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Stands between a backend and its catalog, and can spoil what passes.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** How the catalog behaves: each takes an answer and gives it to the caller. */
export const BEHAVIOURS = {
  /** As it is. */
  well: (answer, res) => send(answer, res),
  /** Every answer takes so long, in milliseconds. */
  slow: ms => async (answer, res) => {
    await delay(ms);
    send(answer, res);
  },
  /** The connection breaks in the middle of every answer. */
  cut: ({ status, type, text }, res) => {
    res.writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(text),
    });
    res.write(text.slice(0, text.length / 2), () => res.destroy());
  },
  /** Lists begin, but what comes after their first page fails. */
  failing: (answer, res, url) =>
    url.searchParams.has('cursor')
      ? send({ status: 500, type: 'application/json', text: '{}' }, res)
      : send(answer, res),
  /** Lists end after half of their first page, as if that were all. */
  half: (answer, res, url) => {
    if (answer.status !== 200 || !url.pathname.endsWith('/by-query')) {
      return send(answer, res);
    }
    const { items, ...rest } = JSON.parse(answer.text);
    const text = JSON.stringify({
      ...rest,
      items: items.slice(0, items.length / 2),
      totalItems: Math.floor(items.length / 2),
      pageInfo: {},
    });
    return send({ ...answer, text }, res);
  },
};

/** The address to ask for, with lists of workloads in pages of ten. */
function inPages(url) {
  const { searchParams } = url;
  const isList =
    searchParams.has('limit') &&
    searchParams.get('fields')?.includes('relations');
  if (isList) searchParams.set('limit', '10');
  return url;
}

function send({ status, type, text }, res) {
  res.writeHead(status, { 'content-type': type }).end(text);
}

/**
 * Starts one; `addressFor(url)` is where a backend at `url` asks its catalog.
 * `passed` counts the requests that were answered.
 */
export async function startCatalogProxy() {
  let behave = BEHAVIOURS.well;
  let backend;
  let passed = 0;
  const server = createServer(async (req, res) => {
    try {
      const chunks = await req.toArray();
      const { host: _host, ...headers } = req.headers;
      const url = inPages(new URL(req.url, backend));
      const response = await fetch(url, {
        method: req.method,
        headers: { ...headers, connection: undefined },
        body: chunks.length > 0 ? Buffer.concat(chunks) : undefined,
      });
      const answer = {
        status: response.status,
        type: response.headers.get('content-type') ?? 'text/plain',
        text: await response.text(),
      };
      passed += 1;
      await behave(answer, res, url);
    } catch {
      res.destroy();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    addressFor: url => {
      backend = url;
      return `http://127.0.0.1:${server.address().port}/api/catalog`;
    },
    become: behaviour => {
      behave = behaviour;
    },
    passed: () => passed,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
