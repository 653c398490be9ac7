// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  catalogServiceMock,
  type CatalogServiceMock,
} from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  mlLensRoutes,
  type RouteDefinition,
} from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import {
  ALLOW,
  as,
  componentOf,
  startMlLens,
} from '../__testUtils__/startMlLens';

jest.setTimeout(120_000);

const BASE = '/api/ml-lens';
const COUNT = 60;

/** More than any route needs, far fewer than one for each workload. */
const MOST = 5;

const names = Array.from({ length: COUNT }, (_, index) => `service-${index}`);

/** Bodies of the routes that work on many things at once. */
const BODIES: Partial<Record<keyof typeof mlLensRoutes, object>> = {
  upgradeMany: { workloads: names },
  undoUpgradeMany: { workloads: names },
  planMany: {
    items: names.map(workloadId => ({
      workloadId,
      lens: 'aws-ml-lens',
      questionId: 'bg_goal',
      choiceId: 'BG01',
    })),
    set: { status: 'IN_PROGRESS' },
  },
};

/** What a viewer with conditions asks for, where something is asked of it. */
function requestOf(name: string, { path }: RouteDefinition) {
  const values: Record<string, string> = {
    kind: 'component',
    namespace: 'default',
    name: names[0],
    workloadId: names[0],
    lensId: 'aws-ml-lens',
  };
  return {
    path: `${BASE}${path.replace(
      /\{(\w+)\}/g,
      (_, parameter: string) => values[parameter] ?? 'none',
    )}`,
    body: BODIES[name as keyof typeof mlLensRoutes] ?? {},
  };
}

/**
 * A permission policy that shows callers the entities they own makes every
 * question about a workload a question to the catalog.
 */
describe('with a catalog of many workloads and conditions', () => {
  let questions = 0;
  const catalog = new Proxy(
    catalogServiceMock({ entities: names.map(name => componentOf(name)) }),
    {
      get(inMemory, method: keyof CatalogServiceMock) {
        const ask = inMemory[method];
        return typeof ask !== 'function'
          ? ask
          : (...args: unknown[]) => {
              questions += 1;
              return Reflect.apply(ask, inMemory, args);
            };
      },
    },
  );
  let api: Awaited<ReturnType<typeof startMlLens>>['api'];

  beforeAll(async () => {
    ({ api } = await startMlLens({
      catalog,
      policy: permission =>
        permission.name === catalogEntityReadPermission.name
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: { claims: [] },
              },
            }
          : ALLOW,
    }));
    for (const name of [names[0], names[COUNT - 1]]) {
      await api
        .get(`${BASE}/entities/component/default/${name}/review`)
        .set(as('mika'))
        .expect(200);
    }
  });

  it.each<[string, RouteDefinition]>(Object.entries(mlLensRoutes))(
    'asks it a few times whatever is asked: %s',
    async (name, route) => {
      questions = 0;
      const { path, body } = requestOf(name, route);
      const request = api[route.method](path).set(as('mika'));
      const { status } = await (route.method === 'get'
        ? request
        : request.send(body));
      expect(status).toBeLessThan(500);
      expect(questions).toBeLessThanOrEqual(MOST);
    },
  );
});
