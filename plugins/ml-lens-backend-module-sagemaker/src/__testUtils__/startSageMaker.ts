// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SageMakerAccount } from '../SageMakerAccount';
import { SageMakerSource } from '../SageMakerSource';

/** What is answered: JSON, or how it goes wrong. */
export type Answer =
  | object
  | { status: number; error?: string }
  | 'silence'
  | 'half a page';

type Operation = (input: any, call: number) => Answer;

/** Ends with each test. */
const closing: (() => void)[] = [];

afterEach(() => {
  closing.splice(0).forEach(close => close());
});

/**
 * An HTTP server that speaks SageMaker's protocol, so that the real SDK asks
 * it. Operations that are not given are not allowed.
 */
export async function startSageMaker(operations: Record<string, Operation>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', data => {
      body += data;
    });
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).split('.')[1];
      asked.push(operation);
      const call = asked.filter(one => one === operation).length;
      const answer = operations[operation]?.(JSON.parse(body), call) ?? {
        status: 400,
        error: 'AccessDeniedException',
      };
      if (answer === 'silence') {
        return;
      }
      const type = { 'content-type': 'application/x-amz-json-1.1' };
      if (answer === 'half a page') {
        response.writeHead(200, type).end('{"ModelPackageSummaryList": [{');
      } else if ('status' in answer) {
        const { status, error = 'InternalFailure' } = answer;
        response
          .writeHead(status, { ...type, 'x-amzn-errortype': error })
          .end(JSON.stringify({ message: 'secret of arn:aws:123456789012' }));
      } else {
        response.writeHead(200, type).end(JSON.stringify(answer));
      }
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const account = (id = 'main', at = endpoint) =>
    new SageMakerAccount({
      id,
      region: 'eu-central-1',
      endpoint: at,
      webUrl: 'https://studio.example.com/{group}',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      patienceMs: 500,
    });
  const sourceOf = (...accounts: SageMakerAccount[]) =>
    new SageMakerSource({ accounts, frequency: { minutes: 10 } });
  return { asked, account, sourceOf, source: sourceOf(account()) };
}
