// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { RouteDefinition } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { z } from 'zod';
import type { AnyZodObject, z as ZodV3, ZodTypeAny } from 'zod/v3';

/** The parts of JSON Schema that schemas of the contract become. */
interface JsonSchema {
  type?: string;
  description?: string;
  enum?: string[];
  const?: string | number | boolean;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  minimum?: number;
  maximum?: number;
  maxItems?: number;
}

/** Fields of every list whose names say what they are. */
const PAGING = ['cursor', 'limit'];

/** Where each field of an action's input goes in the request of its route. */
export interface InputFields {
  path: string[];
  query: string[];
  body: string[];
}

/** What an action takes: the parameters, query and body of a route in one. */
export interface ActionInput {
  fields: InputFields;
  /** As the registry of actions wants it. */
  schema: (zod: typeof ZodV3) => AnyZodObject;
}

/**
 * The input of an action, derived from its route, so that the two cannot differ.
 * Lengths and patterns are left out: the route checks them, and says so better.
 *
 * @param query - the fields of the query that the action offers
 */
export function actionInput(
  route: RouteDefinition,
  query: readonly string[] = [],
): ActionInput {
  const path = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const given = route.query && jsonSchemaOf(route.query);
  const body = route.body && jsonSchemaOf(route.body);
  const properties: Record<string, JsonSchema> = {};
  for (const name of path) {
    // Their names say what they are; every list names them the same.
    properties[name] = { type: 'string' };
  }
  for (const name of query) {
    const field = given?.properties?.[name];
    if (!field) {
      throw new Error(`The route ${route.path} has no query field '${name}'`);
    }
    const { description, ...bare } = field;
    properties[name] = PAGING.includes(name) ? bare : field;
  }
  Object.assign(properties, body?.properties);
  const required = [
    ...path,
    ...query.filter(name => given?.required?.includes(name)),
    ...(body?.required ?? []),
  ];
  return {
    fields: {
      path,
      query: [...query],
      body: Object.keys(body?.properties ?? {}),
    },
    schema: zod =>
      toZodV3(zod, { type: 'object', properties, required }) as AnyZodObject,
  };
}

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  }) as JsonSchema;
}

function toZodV3(zod: typeof ZodV3, schema: JsonSchema): ZodTypeAny {
  const type = bareZodV3(zod, schema);
  return schema.description ? type.describe(schema.description) : type;
}

function bareZodV3(zod: typeof ZodV3, schema: JsonSchema): ZodTypeAny {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) {
    return oneOf(zod, alternatives);
  }
  if (schema.enum) {
    return zod.enum(schema.enum as [string, ...string[]]);
  }
  if (schema.const !== undefined) {
    return zod.literal(schema.const);
  }
  switch (schema.type) {
    case 'string':
      return zod.string();
    case 'boolean':
      return zod.boolean();
    case 'integer':
    case 'number':
      return numberOf(zod, schema);
    case 'array': {
      const list = zod.array(toZodV3(zod, schema.items ?? {}));
      return schema.maxItems === undefined ? list : list.max(schema.maxItems);
    }
    case 'object': {
      const shape = Object.entries(schema.properties ?? {}).map(
        ([name, field]) => {
          const one = toZodV3(zod, field);
          return [name, schema.required?.includes(name) ? one : one.optional()];
        },
      );
      return zod.object(Object.fromEntries(shape)).strict();
    }
    default:
      return zod.any();
  }
}

function oneOf(
  zod: typeof ZodV3,
  alternatives: readonly JsonSchema[],
): ZodTypeAny {
  const some = alternatives.filter(({ type }) => type !== 'null');
  const nullable = some.length < alternatives.length;
  // What may be given once or many times is asked for as a list.
  const list = some.find(({ type }) => type === 'array');
  const types = (list ? [list] : some).map(each => toZodV3(zod, each));
  const type =
    types.length === 1
      ? types[0]
      : zod.union(types as [ZodTypeAny, ZodTypeAny, ...ZodTypeAny[]]);
  return nullable ? type.nullable() : type;
}

function numberOf(zod: typeof ZodV3, schema: JsonSchema): ZodTypeAny {
  let number = schema.type === 'integer' ? zod.number().int() : zod.number();
  if (schema.minimum !== undefined && schema.minimum > -2_147_483_648) {
    number = number.min(schema.minimum);
  }
  if (schema.maximum !== undefined && schema.maximum < 2_147_483_647) {
    number = number.max(schema.maximum);
  }
  return number;
}
