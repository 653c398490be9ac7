// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import pgModule from '@backstage/plugin-search-backend-module-pg';
// What a module does shows only with the plugin it speaks of.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import mlLensPlugin from '@ml-lens/backstage-plugin-ml-lens-backend';
import request from 'supertest';
import searchModule from './index';

jest.setTimeout(180_000);

const SERVICES = {
  fraud: 'Guarding payments',
  ranking: 'Ordering results',
  churn: 'Keeping customers',
};
type Service = keyof typeof SERVICES;

/** Workloads each of four people may see. */
const PEOPLE: Record<string, Service[]> = {
  engineer: ['fraud', 'ranking', 'churn'],
  mika: ['fraud', 'ranking'],
  otto: ['ranking'],
  // The catalog would show all of them; the policy of ML Lens shows none.
  nina: [],
};

const entityOf = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    title: SERVICES[name as Service],
    annotations: { 'ml-lens.io/workload': name },
  },
  spec: { type: 'service', owner: 'group:default/science' },
});

const owners: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'science', namespace: 'default' },
    spec: { type: 'team', children: [] },
  },
];

function nameOf({ principal }: BackstageCredentials): string | undefined {
  return (principal as { userEntityRef?: string }).userEntityRef?.replace(
    'user:default/',
    '',
  );
}

/** A catalog that shows everybody what they may see. */
function catalogByPerson() {
  const catalog = catalogServiceMock.mock();
  const seenBy = (options: unknown) => {
    const name = nameOf(
      (options as { credentials: BackstageCredentials }).credentials,
    );
    const seen =
      name === undefined || name === 'nina' ? PEOPLE.engineer : PEOPLE[name];
    return catalogServiceMock({ entities: [...seen.map(entityOf), ...owners] });
  };
  catalog.getEntitiesByRefs.mockImplementation(async (asked, options) =>
    seenBy(options).getEntitiesByRefs(asked),
  );
  catalog.getEntities.mockImplementation(async (asked, options) =>
    seenBy(options).getEntities(asked),
  );
  catalog.queryEntities.mockImplementation(async (asked, options) =>
    seenBy(options).queryEntities(asked),
  );
  catalog.streamEntities.mockImplementation((asked, options) =>
    seenBy(options).streamEntities(asked),
  );
  return catalog;
}

async function decide(
  requests: { permission: Permission }[],
  { credentials }: { credentials: BackstageCredentials },
) {
  return requests.map(({ permission }) => {
    const name = nameOf(credentials);
    if (permission.name === 'catalog.entity.read' && name !== undefined) {
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          resourceType: 'catalog-entity',
          params: { claims: [name] },
        },
      };
    }
    return {
      result:
        permission.name === 'ml-lens.review.read' && name === 'nina'
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    };
  });
}

/** A portal whose search has read everything once. */
async function startPortal(features: BackendFeature[] = []) {
  const scheduler = mockServices.scheduler();
  const { server } = await startTestBackend({
    features: [
      mlLensPlugin,
      searchPlugin,
      searchModule,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          permission: { enabled: true },
        },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalogByPerson(),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => ({
          authorize: decide as any,
          authorizeConditional: decide as any,
        }),
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      ...features,
    ],
  });
  await scheduler.triggerTask('catalog-sync');
  await scheduler.triggerTask('search_index_ml_lens-workload');
  await scheduler.triggerTask('search_index_ml_lens-practice');
  return async (
    who: string,
    term: string,
    types?: string[],
    path = '/api/search/query',
  ) => {
    const query = new URLSearchParams({ term });
    types?.forEach((type, index) => query.set(`types[${index}]`, type));
    const { body, status } = await request(server)
      .get(`${path}?${query}`)
      .set('authorization', mockCredentials.user.header(`user:default/${who}`));
    expect(status).toBe(200);
    return body.results as {
      type: string;
      document: { title: string; text: string; location: string };
    }[];
  };
}

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

/** Lunr, and PostgreSQL where the environment names a server. */
const ENGINES: [string, () => Promise<BackendFeature[]>][] = [
  ['Lunr', async () => []],
  ...databases
    .eachSupportedId()
    .map(([id]) => id)
    .filter(id => id !== 'SQLITE_3')
    .map((id): [string, () => Promise<BackendFeature[]>] => [
      id,
      async () => {
        const knex = {
          search: await databases.init(id),
          others: await databases.init('SQLITE_3'),
        };
        return [
          pgModule,
          createServiceFactory({
            service: coreServices.database,
            deps: { plugin: coreServices.pluginMetadata },
            factory: ({ plugin }) =>
              mockServices.database({
                knex: plugin.getId() === 'search' ? knex.search : knex.others,
              }),
          }),
        ];
      },
    ]),
];

describe.each(ENGINES)('the search of a portal with %s', (_, features) => {
  let search: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    search = await startPortal(await features());
  });

  it.each(Object.entries(PEOPLE))(
    'shows %s the workloads they may see, and no other',
    async (who, seen) => {
      for (const [name, title] of Object.entries(SERVICES)) {
        for (const types of [undefined, ['ml-lens-workload']]) {
          const found = await search(who, title, types);
          const workloads = found
            .filter(({ type }) => type === 'ml-lens-workload')
            .map(({ document }) => document.title);
          expect([who, title, workloads.includes(title)]).toEqual([
            who,
            title,
            seen.includes(name as Service),
          ]);
          for (const shown of workloads) {
            expect(seen.map(one => SERVICES[one])).toContain(shown);
          }
          expect(JSON.stringify(found)).not.toMatch(
            new RegExp(
              Object.entries(SERVICES)
                .filter(([one]) => !seen.includes(one as Service))
                .map(([, hidden]) => hidden)
                .join('|') || 'nothing is hidden',
            ),
          );
        }
      }
    },
  );

  it.each(['/api/search/query/', '/api/search/QUERY'])(
    'hides them at %s, too',
    async path => {
      for (const [who, seen] of Object.entries(PEOPLE)) {
        for (const title of Object.values(SERVICES)) {
          const found = await search(who, title, undefined, path);
          const hidden = found
            .filter(({ type }) => type === 'ml-lens-workload')
            .map(({ document }) => document.title)
            .filter(shown => !seen.some(one => SERVICES[one] === shown));
          expect([who, title, hidden]).toEqual([who, title, []]);
        }
      }
    },
  );

  it('leads to the tab of the workload', async () => {
    const [{ document }] = await search('mika', SERVICES.fraud, [
      'ml-lens-workload',
    ]);
    expect(document.location).toBe('/catalog/default/component/fraud/ml-lens');
  });

  it('finds practices by what is said of them, and leads to their question', async () => {
    const found = await search('otto', 'feature store', ['ml-lens-practice']);
    expect(found.length).toBeGreaterThan(0);
    for (const { type, document } of found) {
      expect(type).toBe('ml-lens-practice');
      expect(document.location).toMatch(
        /^\/ml-lens\/lenses\/[\w-]+\?tab=questions&question=\w+$/,
      );
    }
  });
});
