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

/** How an operation is asked, and what it gives. */
export interface RequestLine {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below \`/api/ml-lens\`, with \`{name}\` parameters. */
  path: string;
  /** A POST that only reads. */
  reads?: true;
  /** The file of its body; JSON where left out. */
  takes?: 'lens-document' | 'json-lines';
  /** Nothing where left out. */
  gives?: 'json' | 'file';
}

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
}: RouteDefinition) {
  return {
    method,
    path,
    ...(reads && method === 'post' && { reads }),
    ...(rawBody && { takes: rawBody }),
    ...(response ? { gives: 'json' } : produces && { gives: 'file' }),
  };
}
