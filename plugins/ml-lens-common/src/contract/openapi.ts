import type { z } from 'zod';
import { lensDocumentSchema } from '../lens/document';
import { mlLensRoutes, type OperationId } from './index';
import {
  errorBodySchema,
  historyProblemsBodySchema,
  lensProblemsBodySchema,
  SchemaComponents,
  type JsonSchema,
} from './openapiSchemas';
import { answerConflictSchema } from './reviews';
import type { RouteDefinition } from './route';
import { historyLineSchema } from '../history/schema';

/** Version of the HTTP API, not of the packages. */
const API_VERSION = '1.0.0';

const TAGS: Record<string, string> = {
  lenses: 'Versioned documents of pillars, questions, practices and risk rules',
  workloads: 'ML systems, as the catalog knows them',
  reviews: 'Answers, scorecards, phases and milestones of one workload',
  scorecards: 'All workloads at once: lists, roll-ups and filters',
  history: 'Review history as files',
};

const PATH_PARAMETERS: Record<string, string> = {
  kind: 'Kind of a catalog entity',
  namespace: 'Namespace of a catalog entity',
  name: 'Name of a catalog entity',
  workloadId: 'Id of a workload, from the annotation ml-lens.io/workload',
  lensId: 'Id of a lens',
  version: 'Version of a lens',
  questionId: 'Id of a question of the lens',
  phaseId: 'Id of a phase of the lens',
};

const QUERY_PARAMETERS: Record<string, string> = {
  q: 'Free text to look for',
  cursor: 'Cursor of a page, from `pageInfo` of the page before',
  limit: 'Most items of a page',
  at: 'Look at this past instant instead of now',
  sort: 'Field to sort by; `-` in front for descending. Rows without a value come last',
  groupBy: 'Field to roll up by',
  version: 'Version of the lens; the latest published one unless told',
  format: 'File format: a valid AWS custom lens, or everything there is',
  from: 'Version to compare from',
  to: 'Version to compare to',
  url: 'Read the file from here instead of the body',
  dryRun: 'Check only; nothing is stored',
  lensId:
    'Id of the lens; else the `id` of the document, else made of its name',
  question: 'Only events of this question',
  status: 'Any of these statuses',
  lens: 'Any of these lenses, by id',
  owner: 'Any of these owners, by entity ref',
  system: 'Any of these systems',
  domain: 'Any of these domains',
  lifecycle: 'Any of these lifecycles',
  level: 'Any of these levels',
  tag: 'Any of these tags',
  workload: 'Any of these workloads, by id',
  phase: 'Any of these phases and statuses, as `phase_id:STATUS`',
  orphaned: 'Only workloads without (or with) a catalog entity',
};

/** Failures that say more than `error`, by operation and status. */
const FAILURES: {
  [Id in OperationId]?: Record<number, [description: string, body: z.ZodType]>;
} = {
  importLens: {
    400: ['Every problem of the file', lensProblemsBodySchema],
    409: ['The version is published already', errorBodySchema],
  },
  publishLens: {
    400: ['Every problem of the draft', lensProblemsBodySchema],
    409: ['The version is not a draft', errorBodySchema],
  },
  archiveLens: { 409: ['The version is not published', errorBodySchema] },
  deleteLensDraft: { 409: ['The version is not a draft', errorBodySchema] },
  putAnswer: {
    409: ['Somebody else answered first', answerConflictSchema],
  },
  putProfile: { 409: ['Somebody else changed it first', errorBodySchema] },
  importHistory: {
    400: [
      'Every problem of the file; nothing stored',
      historyProblemsBodySchema,
    ],
  },
};

/** Media types of files sent and got, with their schema. */
const FILES: Record<string, z.ZodType | undefined> = {
  'application/json': lensDocumentSchema,
};
const RAW_BODIES = {
  'lens-document': {
    description:
      'The lens file itself. May be left out when `url` says where to read it.',
    required: false,
    types: ['application/json', 'application/yaml'],
  },
  'json-lines': {
    description: 'One `HistoryLine` per line, UTF-8.',
    required: true,
    types: ['application/x-ndjson'],
  },
};

/** One operation of an OpenAPI document. */
interface OpenApiOperation {
  operationId: string;
  [field: string]: unknown;
}

/**
 * An OpenAPI 3.1 document, as far as this project looks into it.
 * @public
 */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; [field: string]: unknown };
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, unknown>;
    securitySchemes: Record<string, unknown>;
  };
  [field: string]: unknown;
}

/**
 * The OpenAPI 3.1 document of the HTTP API, made from {@link mlLensRoutes}: the
 * same schemas that the router checks requests with.
 *
 * @public
 */
export function createOpenApiDocument(): OpenApiDocument {
  const components = new SchemaComponents();
  // Named in a description only: OpenAPI 3.1 has no schema for JSON Lines.
  components.of(historyLineSchema, 'input');

  const paths: OpenApiDocument['paths'] = {};
  for (const [id, route] of Object.entries(mlLensRoutes)) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: operation(id as OperationId, route, components),
    };
  }
  const error = content(components.of(errorBodySchema, 'output'));

  return {
    openapi: '3.1.0',
    info: {
      title: 'ml-lens',
      version: API_VERSION,
      description:
        'How well machine-learning workloads follow the AWS Well-Architected Machine Learning Lens, or any other lens, and where they stand on the ML lifecycle. Instants are RFC 3339 in UTC, coverage is 0..1, scores are whole numbers 0..100 or null.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/ml-lens' }],
    security: [{ backstage: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({
      name,
      description,
    })),
    paths,
    components: {
      schemas: components.all(),
      responses: {
        Error: {
          description: 'The request failed; `error.name` says why',
          content: error,
        },
      },
      securitySchemes: {
        backstage: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A Backstage user or service token',
        },
      },
    },
  };
}

function operation(
  id: OperationId,
  route: RouteDefinition,
  components: SchemaComponents,
): OpenApiOperation {
  const parameters = [
    ...pathParameters(route),
    ...queryParameters(route, components),
  ];
  const requestBody = requestBodyOf(route, components);
  return {
    operationId: id[0].toUpperCase() + id.slice(1),
    summary: route.summary,
    tags: [route.tag],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: {
      [route.status]: successOf(route, components),
      ...Object.fromEntries(
        Object.entries(FAILURES[id] ?? {}).map(
          ([status, [description, body]]) => [
            status,
            { description, content: content(components.of(body, 'output')) },
          ],
        ),
      ),
      default: { $ref: '#/components/responses/Error' },
    },
  };
}

function pathParameters({ path }: RouteDefinition) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    description: PATH_PARAMETERS[name],
    schema: { type: 'string', minLength: 1 },
  }));
}

function queryParameters(
  { query }: RouteDefinition,
  components: SchemaComponents,
) {
  if (!query) {
    return [];
  }
  const { properties, required } = components.of(query, 'input') as {
    properties: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => {
    const list = listOf(schema);
    return {
      name,
      in: 'query',
      required: required?.includes(name) ?? false,
      description: QUERY_PARAMETERS[name],
      ...(list ? { style: 'form', explode: true } : {}),
      schema: list ?? schema,
    };
  });
}

/** "One text or several" is how a list looks to a query parser. */
function listOf(schema: JsonSchema): JsonSchema | undefined {
  return (schema.anyOf as JsonSchema[] | undefined)?.find(
    ({ type }) => type === 'array',
  );
}

function requestBodyOf(
  { body, rawBody }: RouteDefinition,
  components: SchemaComponents,
) {
  if (rawBody) {
    const { description, required, types } = RAW_BODIES[rawBody];
    return { description, required, content: fileContent(types, components) };
  }
  return body
    ? { required: true, content: content(components.of(body, 'input')) }
    : undefined;
}

function successOf(
  { status, response, produces }: RouteDefinition,
  components: SchemaComponents,
) {
  const description = { 200: 'OK', 201: 'Created', 204: 'Done' }[status];
  if (response) {
    return { description, content: content(components.of(response, 'output')) };
  }
  return produces
    ? { description, content: fileContent(produces, components) }
    : { description };
}

function fileContent(types: readonly string[], components: SchemaComponents) {
  return Object.fromEntries(
    types.map(type => {
      const schema = FILES[type];
      return [
        type,
        {
          schema: schema ? components.of(schema, 'input') : { type: 'string' },
        },
      ];
    }),
  );
}

function content(schema: JsonSchema) {
  return { 'application/json': { schema } };
}
