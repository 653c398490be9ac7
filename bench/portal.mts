// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * A backend as people run one: the framework's own services, sign-in, the
 * permission backend with a policy, the auditor, and the plugin. Beside it a
 * route that shows the least a request costs there. Started by portals.mts.
 */
import { createRequire } from 'node:module';
import { createKnex } from './sources.mts';

const require = createRequire(import.meta.url);
const {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
} = require('@backstage/backend-plugin-api');
const { createBackend } = require('@backstage/backend-defaults');
const { ConfigReader } = require('@backstage/config');
const {
  catalogEntityReadPermission,
} = require('@backstage/plugin-catalog-common/alpha');
const {
  catalogServiceMock,
} = require('@backstage/plugin-catalog-node/testUtils');
const {
  policyExtensionPoint,
} = require('@backstage/plugin-permission-node/alpha');
const permissions = require('../plugins/ml-lens-common/src/permissions');
const express = require('express');

/**
 * Somebody who sees everything, somebody who sees the workloads of some teams,
 * and somebody who sees everything and is in teams.
 */
const USERS = ['all', 'some', 'member'];
const memberOf: string[] = JSON.parse(process.env.BENCH_MEMBER_OF ?? '[]');

const port = Number(process.env.BENCH_PORT);
const server = new URL(process.env.BENCH_DATABASE!);
const connection = {
  host: server.hostname,
  port: Number(server.port),
  user: server.username,
  password: server.password,
};
/** Where the organisation is; the other plugins have databases of their own. */
const made = { connection: { ...connection, database: 'postgres' } };

/** Everything is allowed, but that `some` sees the workloads of some teams. */
const policy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'bench-policy',
  register(reg: any) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy: point }: any) {
        point.setPolicy({
          async handle({ permission }: any, user: any) {
            const ref: string = user?.info?.userEntityRef ?? '';
            return permission.name === 'ml-lens.review.read' &&
              ref.endsWith('/some')
              ? {
                  result: 'CONDITIONAL',
                  pluginId: 'ml-lens',
                  resourceType: 'ml-lens-workload',
                  conditions: {
                    resourceType: 'ml-lens-workload',
                    rule: 'IS_OWNER',
                    params: { claims: JSON.parse(process.env.BENCH_TEAMS!) },
                  },
                }
              : { result: 'ALLOW' };
          },
        });
      },
    });
  },
});

/**
 * The same token and permissions, with twenty rows read, those of the teams of
 * `member`, or one written, of which an audit event is left as of any change.
 */
const floor = createBackendPlugin({
  pluginId: 'floor',
  register(reg: any) {
    reg.registerInit({
      deps: {
        auditor: coreServices.auditor,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
      },
      async init(deps: any) {
        // A database has room for one plugin's keys.
        const knex = createKnex({
          client: 'pg',
          connection: process.env.BENCH_DATABASE,
        });
        if (!(await knex.schema.hasTable('bench_rows'))) {
          await knex.schema.createTable('bench_rows', (table: any) => {
            table.text('id').primary();
            table.text('content').notNullable();
          });
        }
        const router = express.Router();
        router.use(express.json());
        const check = async (req: any) => {
          const credentials = await deps.httpAuth.credentials(req, {
            allow: ['user'],
          });
          await deps.permissions.authorizeConditional(
            [
              catalogEntityReadPermission,
              permissions.mlLensReviewReadPermission,
              permissions.mlLensReviewUpdatePermission,
              permissions.mlLensReviewProposePermission,
              permissions.mlLensReviewApprovePermission,
              permissions.mlLensGateDecidePermission,
            ].map(permission => ({ permission })),
            { credentials },
          );
        };
        router.put('/rows/:id', async (req: any, res: any) => {
          await check(req);
          const row = { id: req.params.id, content: req.body.content };
          const event = await deps.auditor.createEvent({
            eventId: 'row-mutate',
            severityLevel: 'medium',
            request: req,
            meta: { actionType: 'update', id: row.id },
          });
          await knex.transaction((tx: any) =>
            tx('bench_rows').insert(row).onConflict('id').merge(),
          );
          await event.success();
          res.json(row);
        });
        router.get('/mine', async (req: any, res: any) => {
          await check(req);
          const rows = await knex('scorecards')
            .whereIn('owner_ref', memberOf)
            .select('review_id', 'title', 'owner_ref', 'lens_id', 'updated_at');
          res.json(rows);
        });
        router.get('/rows', async (req: any, res: any) => {
          await check(req);
          const rows = await knex('scorecards')
            .where('review_id', '>', 'w-000100')
            .orderBy('review_id')
            .limit(20);
          res.json(rows);
        });
        deps.httpRouter.use(router);
      },
    });
  },
});

const backend = createBackend();
backend.add(
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () =>
      new ConfigReader({
        app: { baseUrl: `http://127.0.0.1:${port}` },
        backend: {
          baseUrl: `http://127.0.0.1:${port}`,
          listen: { port, host: '127.0.0.1' },
          database: {
            client: 'pg',
            connection,
            plugin: { 'ml-lens': made },
          },
        },
        auth: {
          environment: 'development',
          providers: { demo: { development: {} } },
        },
        permission: { enabled: true },
        mlLens: {
          demo: {
            users: Object.fromEntries(
              USERS.map(name => [
                name,
                { entityRef: `user:default/${name}`, role: 'developer' },
              ]),
            ),
          },
        },
      }),
  }),
);
backend.add(
  catalogServiceMock.factory({
    entities: USERS.map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { namespace: 'default', name },
      spec: {},
      relations:
        name === 'member'
          ? memberOf.map(targetRef => ({ type: 'memberOf', targetRef }))
          : [],
    })),
  }),
);
backend.add(require('@backstage/plugin-auth-backend').default);
backend.add(
  require('../plugins/ml-lens-demo-backend/src/auth/module').demoAuthModule,
);
backend.add(require('@backstage/plugin-permission-backend').default);
backend.add(policy);
backend.add(floor);
if (process.env.BENCH_EMPTY !== 'true') {
  backend.add(require('../plugins/ml-lens-backend/src').default);
}
try {
  await backend.start();
} catch (error) {
  process.stderr.write(`${error}\n`);
  process.exit(1);
}
process.send!('started');
