// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestLine } from '../client/RequestLine';
import type { RouteDefinition } from './route';
import { mlLensRoutes } from './routes';

/**
 * The source of the table that the client works by: what it has to know of each
 * operation, without the schemas. They weigh ten times as much, and every page
 * of a portal loads the client.
 */
export function createRequestTable(): string {
  const lines = Object.entries<RouteDefinition>(mlLensRoutes).map(
    ([id, route]) => `${id}: ${JSON.stringify(lineOf(route))},`,
  );
  return `/* Made from the contract by \`yarn generate\`. */
import type { MlLensOperations, OperationId } from '../contract/operations';
import type { RequestLine } from './RequestLine';

export const REQUESTS: {
  [Id in OperationId]: RequestLine & { path: MlLensOperations[Id]['path'] };
} = {
${lines.join('\n')}
};
`;
}

function lineOf({
  method,
  path,
  reads,
  rawBody,
  response,
  produces,
}: RouteDefinition): RequestLine {
  return {
    method,
    path,
    ...(reads && method === 'post' && { reads }),
    ...(rawBody && { takes: rawBody }),
    ...(response ? { gives: 'json' } : produces && { gives: 'file' }),
  };
}
