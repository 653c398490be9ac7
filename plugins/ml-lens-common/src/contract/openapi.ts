// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { lensDocumentSchema } from '@ml-lens/lens-model/schemas';
import type { z } from 'zod';
import { mlLensRoutes } from './routes';
import { SchemaComponents, type JsonSchema } from './openapiSchemas';
import {
  errorBodySchema,
  PATH_PARAMETERS,
  REFUSALS,
  TAGS,
  type RouteDefinition,
} from './route';

/** Version of the HTTP API, not of the packages. */
const API_VERSION = '1.0.0';

const RAW_BODIES = {
  'lens-document': {
    description:
      'The lens file itself. May be left out when `url` says where to read it.',
    required: false,
    types: ['application/json', 'application/yaml'],
  },
  'json-lines': {
    description:
      'One `HistoryLine` per line, UTF-8; or what the AWS CLI prints, with `format=aws`.',
    required: true,
    types: ['application/x-ndjson'],
  },
};

/**
 * An OpenAPI 3.1 document, as far as this project looks into it.
 * @public
 */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; [field: string]: unknown };
  paths: Record<
    string,
    Record<string, { operationId: string; [field: string]: unknown }>
  >;
  components: {
    schemas: Record<string, { [keyword: string]: unknown }>;
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
export function createOpenApiDocument(
  routes: Record<string, RouteDefinition> = mlLensRoutes,
): OpenApiDocument {
  const components = new SchemaComponents();
  const paths: OpenApiDocument['paths'] = {};
  for (const [id, route] of Object.entries(routes)) {
    if (route.lines) {
      // Named in descriptions only: OpenAPI 3.1 has no schema for JSON Lines.
      components.of(route.lines, 'input');
    }
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: operation(id, route, components),
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
    tags: [...new Set(Object.values(routes).map(route => route.tag))].map(
      name => ({ name, description: TAGS[name] }),
    ),
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
  id: string,
  route: RouteDefinition,
  components: SchemaComponents,
): OpenApiDocument['paths'][string][string] {
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
      ...failuresOf(route, components),
      default: { $ref: '#/components/responses/Error' },
    },
  };
}

/** The refusals of its access, and the failures it names itself. */
function failuresOf(
  { access, failures }: RouteDefinition,
  components: SchemaComponents,
) {
  const all: NonNullable<RouteDefinition['failures']> = {
    401: 'The caller has no valid Backstage token',
    503: 'It cannot be done at the moment; `Retry-After` says when to try again',
    ...Object.assign({}, ...[access].flat().map(one => REFUSALS[one])),
    ...failures,
  };
  return Object.fromEntries(
    Object.entries(all).map(([status, failure]) => [
      status,
      failureOf(failure, components),
    ]),
  );
}

function pathParameters({ path }: RouteDefinition) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    description: PATH_PARAMETERS[name as keyof typeof PATH_PARAMETERS],
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
      description: query.shape[name].description,
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
    return {
      description,
      required,
      content: fileContent(types, lensDocumentSchema, components),
    };
  }
  return body
    ? { required: true, content: content(components.of(body, 'input')) }
    : undefined;
}

function successOf(
  { status, response, produces, file }: RouteDefinition,
  components: SchemaComponents,
) {
  const description = { 200: 'OK', 201: 'Created', 204: 'Done' }[status];
  if (response) {
    return { description, content: content(components.of(response, 'output')) };
  }
  return produces
    ? {
        description,
        content: fileContent(produces, file, components),
      }
    : { description };
}

function failureOf(
  failure: string | readonly [string, z.ZodType],
  components: SchemaComponents,
) {
  const [description, body] =
    typeof failure === 'string' ? [failure, errorBodySchema] : failure;
  return { description, content: content(components.of(body, 'output')) };
}

function fileContent(
  types: readonly string[],
  json: z.ZodType | undefined,
  components: SchemaComponents,
) {
  return Object.fromEntries(
    types.map(type => [
      type,
      {
        schema:
          json && type === 'application/json'
            ? components.of(json, 'input')
            : { type: 'string' },
      },
    ]),
  );
}

function content(schema: JsonSchema) {
  return { 'application/json': { schema } };
}
