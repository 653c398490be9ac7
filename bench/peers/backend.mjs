// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * A backend with the plugins that measure entities, too, and the catalog: all
 * of the framework's own services, sign-in, and the permission backend. Started
 * by bench/peers.mts from a folder with packages of its own.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';

const require = createRequire(import.meta.url);
const { port, database, installed, entities, memberOf } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
);
const server = new URL(database);
const base = `http://127.0.0.1:${port}`;
/** Tasks run when they are asked for, and not while something is measured. */
const NEVER = '0 0 1 1 *';

const provider = {
  getProviderName: () => 'bench',
  async connect(connection) {
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(([kind, name, spec]) => ({
        locationKey: 'bench',
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind,
          metadata: {
            name,
            title: `The ${name}`,
            annotations: {
              'backstage.io/managed-by-location': 'url:https://example.com/a',
              'backstage.io/managed-by-origin-location':
                'url:https://example.com/a',
            },
          },
          spec,
        },
      })),
    });
  },
};

/** A figure between 0 and 99 that follows from the name of an entity. */
const figureOf = ({ metadata }) =>
  [...metadata.name].reduce(
    (sum, sign) => (31 * sum + sign.charCodeAt(0)) % 9973,
    7,
  ) % 100;

const metric = {
  id: 'bench.score',
  title: 'Score',
  description: 'A figure of each entity',
  type: 'number',
  history: true,
};
const score = {
  getProviderDatasourceId: () => 'bench',
  getProviderId: () => metric.id,
  getMetricType: () => metric.type,
  getMetric: () => metric,
  getMetricThresholds: () => ({
    rules: [
      { key: 'error', expression: '<30' },
      { key: 'warning', expression: '30-60' },
      { key: 'success', expression: '>60' },
    ],
  }),
  calculateMetric: async entity => figureOf(entity),
  getCatalogFilter: () => ({ kind: 'component' }),
};

const check = (name, fact) => ({
  type: 'json-rules-engine',
  name,
  description: name,
  factIds: ['entityMetadataFactRetriever'],
  rule: {
    conditions: { all: [{ fact, operator: 'equal', value: true }] },
  },
});

const config = {
  app: { baseUrl: base },
  backend: {
    baseUrl: base,
    listen: { port, host: '127.0.0.1' },
    database: {
      client: 'pg',
      prefix: 'bench_peers_',
      connection: {
        host: server.hostname,
        port: Number(server.port),
        user: server.username,
        password: server.password,
      },
    },
  },
  auth: {
    providers: {
      guest: {
        userEntityRef: 'user:default/member',
        ownershipEntityRefs: ['user:default/member', ...memberOf],
        dangerouslyAllowOutsideDevelopment: true,
      },
    },
  },
  permission: { enabled: true },
  catalog: {
    rules: [{ allow: ['Component', 'Group', 'User'] }],
    processingInterval: { hours: 1000 },
  },
  techInsights: {
    factRetrievers: {
      entityMetadataFactRetriever: {
        cadence: NEVER,
        timeout: { hours: 1 },
        initialDelay: { seconds: 1 },
        lifecycle: { maxItems: 3 },
      },
    },
    factChecker: {
      checks: {
        title: check('Has a title', 'hasTitle'),
        description: check('Has a description', 'hasDescription'),
        tags: check('Has tags', 'hasTags'),
      },
    },
  },
  scorecard: {
    plugins: {
      bench: {
        score: {
          schedule: {
            frequency: { cron: NEVER },
            timeout: { hours: 1 },
            initialDelay: { seconds: 1 },
          },
        },
      },
    },
  },
};

const backend = createBackend();
const add = name => backend.add(require(name).default);
backend.add(
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => new ConfigReader(config),
  }),
);
backend.add(
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'bench',
    register(reg) {
      reg.registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          catalog.addEntityProvider(provider);
        },
      });
    },
  }),
);
add('@backstage/plugin-auth-backend');
add('@backstage/plugin-auth-backend-module-guest-provider');
add('@backstage/plugin-catalog-backend');
add('@backstage/plugin-permission-backend');
add('@backstage/plugin-permission-backend-module-allow-all-policy');
if (installed.includes('tech-insights')) {
  add('@backstage-community/plugin-tech-insights-backend');
  add('@backstage-community/plugin-tech-insights-backend-module-jsonfc');
}
if (installed.includes('scorecard')) {
  const {
    scorecardMetricsExtensionPoint,
  } = require('@red-hat-developer-hub/backstage-plugin-scorecard-node');
  add('@red-hat-developer-hub/backstage-plugin-scorecard-backend');
  backend.add(
    createBackendModule({
      pluginId: 'scorecard',
      moduleId: 'bench',
      register(reg) {
        reg.registerInit({
          deps: { metrics: scorecardMetricsExtensionPoint },
          async init({ metrics }) {
            metrics.addMetricProvider(score);
          },
        });
      },
    }),
  );
}
try {
  await backend.start();
} catch (error) {
  process.stderr.write(`${error}\n`);
  process.exit(1);
}
process.send('started');
