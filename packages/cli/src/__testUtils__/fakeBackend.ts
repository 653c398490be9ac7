// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as the fake backend got it. */
export interface Received {
  method: string;
  path: string;
  query: Record<string, string>;
  token: string | undefined;
  body: string;
}

export interface Reply {
  status?: number;
  json?: unknown;
  text?: string;
}

/** An HTTP server that answers as told and remembers what it was asked. */
export async function startFakeBackend(
  answer: (request: Received) => Reply,
): Promise<{ url: string; received: Received[]; close(): Promise<void> }> {
  const received: Received[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const { pathname, searchParams } = new URL(
      request.url ?? '/',
      'http://localhost',
    );
    const got: Received = {
      method: request.method ?? '',
      path: pathname,
      query: Object.fromEntries(searchParams),
      token: request.headers.authorization?.replace('Bearer ', ''),
      body: await text(request),
    };
    received.push(got);
    const { status = 200, json, text: plain } = answer(got);
    response.writeHead(status, {
      'Content-Type': json === undefined ? 'text/plain' : 'application/json',
    });
    response.end(json === undefined ? plain ?? '' : JSON.stringify(json));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
