// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  mlLensRoutes,
  type RouteDefinition,
} from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { z } from 'zod';
import { testDatabases } from '../__testUtils__/databases';
import { as, componentOf, startMlLens } from '../__testUtils__/startMlLens';

jest.setTimeout(300_000);

const BASE = '/api/ml-lens';

/** Texts as they stand in an address, encoded where need be. */
const BAD_TEXTS = [
  '%00',
  // Half a surrogate pair, as nobody's encoder writes it.
  '%ED%A0%80',
  '%',
  'x'.repeat(3_000),
  "'%20or%201%3D1;%20drop%20table%20reviews%20--",
  '%F0%9F%98%80',
  '..%2F..%2Fetc',
  '-1',
  '99999999999999999999',
  '1e400',
  'NaN',
  '',
];

/** What somebody might put together after looking at real cursors. */
const BAD_CURSORS = [
  '{}',
  'null',
  '[]',
  '[null,null,null]',
  '["\\u0000","\\u0000"]',
  '["\\ud800",1e308,-1]',
  '[[[]],{"a":{}}]',
  '{"after":"\\u0000","key":[1e400]}',
].map(text => Buffer.from(text).toString('base64url'));

const BAD_VALUES = [
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  2 ** 31,
  '',
  '\u0000',
  '\ud800',
  'x'.repeat(100_000),
  "'; drop table reviews; --",
  [],
  ['\u0000', 'a', 'a'],
  { a: { b: [] } },
  { ['\u0000']: 1, ['__proto__']: 1 },
];

const BAD_BODIES = [
  '',
  '{',
  'null',
  '[]',
  '0',
  '"text"',
  '{"a":'.repeat(5_000),
  '\u0000',
  '{"type":"answer"}\n{"type":"answer"}',
  'a: &a [*a]',
  '\ufeff{}',
];

/** Values that lead past the first check, by the name of the field. */
const GOOD: Record<string, unknown> = {
  kind: 'component',
  namespace: 'default',
  name: 'fraud',
  workloadId: 'fraud',
  workload: 'fraud',
  lensId: 'aws-ml-lens',
  lens: 'aws-ml-lens',
  questionId: 'bg_goal',
  phaseId: 'business_goal',
  notApplicable: null,
  notApplicableChoices: [],
  evidence: [],
  url: 'https://example.com/',
  observedAt: '2026-10-01T00:00:00.000Z',
  idempotencyKey: 'key',
  targetDate: '2027-01-01',
  assignee: null,
  link: null,
  revision: 0,
  selectedChoices: [],
  from: '2026-01-01',
  to: 'now',
  at: '2026-11-01T00:00:00Z',
};

interface JsonSchema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  format?: string;
  minimum?: number;
}

function schemaOf(schema: z.ZodType | undefined): JsonSchema {
  return schema
    ? (z.toJSONSchema(schema, {
        io: 'input',
        unrepresentable: 'any',
      }) as JsonSchema)
    : {};
}

function propertiesOf(schema: JsonSchema): Record<string, JsonSchema> {
  return Object.assign(
    {},
    schema.properties,
    ...[...(schema.anyOf ?? []), ...(schema.allOf ?? [])].map(propertiesOf),
  );
}

function textFor({ format = '' }: JsonSchema, name: string): string {
  if (format === 'date-time' || name.endsWith('At')) {
    return '2027-03-01T00:00:00.000Z';
  }
  return /date/i.test(`${format} ${name}`) ? '2027-03-01' : 'text';
}

/** A value that fits a schema, as far as can be told. */
function fitting(schema: JsonSchema, name = ''): unknown {
  if (name in GOOD) {
    return GOOD[name];
  }
  if (schema.const !== undefined || schema.enum) {
    return schema.const ?? schema.enum![0];
  }
  if (schema.anyOf) {
    return fitting(schema.anyOf[0], name);
  }
  switch (schema.type) {
    case 'string':
      return textFor(schema, name);
    case 'number':
    case 'integer':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'array':
      return [fitting(schema.items ?? {})];
    default:
      return Object.fromEntries(
        Object.entries(propertiesOf(schema)).map(([key, value]) => [
          key,
          fitting(value, key),
        ]),
      );
  }
}

interface Attempt {
  path: string;
  body?: string;
}

/** Requests of a route of which one thing each is bad. */
function* attempts(route: RouteDefinition): Generator<Attempt> {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const pathWith = (bad?: string, value = '') =>
    route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === bad ? value : `${GOOD[name] ?? 'none'}`,
    );
  const body = route.body
    ? (fitting(schemaOf(route.body)) as Record<string, unknown>)
    : undefined;
  const text = body && JSON.stringify(body);
  const query = new URLSearchParams();
  for (const name of Object.keys(propertiesOf(schemaOf(route.query)))) {
    if (name in GOOD) {
      query.set(name, `${GOOD[name]}`);
    }
  }
  yield { path: `${pathWith()}?${query}`, body: text };
  for (const name of names) {
    for (const bad of BAD_TEXTS) {
      yield { path: `${pathWith(name, bad)}?${query}`, body: text };
    }
  }
  for (const name of Object.keys(propertiesOf(schemaOf(route.query)))) {
    const others = new URLSearchParams(query);
    others.delete(name);
    for (const bad of name === 'cursor' ? BAD_CURSORS : BAD_TEXTS) {
      yield { path: `${pathWith()}?${others}&${name}=${bad}`, body: text };
    }
    yield { path: `${pathWith()}?${query}&${name}=a&${name}=b&${name}[c]=d` };
  }
  for (const name of Object.keys(body ?? {})) {
    for (const bad of BAD_VALUES) {
      yield {
        path: pathWith(),
        body: JSON.stringify({ ...body, [name]: bad }),
      };
    }
  }
  if (route.body || route.rawBody) {
    for (const bad of BAD_BODIES) {
      yield { path: `${pathWith()}?${query}`, body: bad };
    }
  }
}

const LEAKS =
  /select .* from|insert into|update "|delete from|SQLITE_|ECONN|127\.0\.0\.1|\bat .*\.(ts|js):\d|syntax error at|invalid byte sequence|out of range for type/i;

const databases = testDatabases();

describe.each(databases.ids)('Bad input, on %s', id => {
  let backend: Awaited<ReturnType<typeof startMlLens>>;
  let tried = 0;

  beforeAll(async () => {
    const knex = await databases.create(id);
    backend = await startMlLens({
      entities: [componentOf('fraud')],
      features: [
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex }),
        }),
      ],
    });
    await backend.api
      .get(`${BASE}/entities/component/default/fraud/review`)
      .set(as('mika'))
      .expect(200);
    const review = await backend.api
      .get(`${BASE}/workloads/fraud/reviews/aws-ml-lens`)
      .set(as('mika'))
      .expect(200);
    GOOD.questionId = Object.keys(review.body.answers)[0];
  });

  it.each<[string, RouteDefinition]>(Object.entries(mlLensRoutes))(
    'is never a failure of the server, nor told in its words: %s',
    async (_, route) => {
      for (const { path, body } of attempts(route)) {
        const request = backend.api[route.method](`${BASE}${path}`).set(
          as('mika'),
        );
        if (body !== undefined) {
          request.set('content-type', 'application/json');
        }
        const { status, text } = await request.send(body);
        tried += 1;
        const what = `${route.method} ${path} ${body?.slice(0, 300)}`;
        expect([what.slice(0, 700), status < 500, text?.slice(0, 500)]).toEqual(
          [what.slice(0, 700), true, text?.slice(0, 500)],
        );
        expect(LEAKS.exec(text ?? '')?.[0]).toBeUndefined();
      }
    },
  );

  // So that a change of the contract's shape cannot silence the others.
  it('is tried in its hundreds', () => {
    expect(tried).toBeGreaterThan(300);
  });
});
