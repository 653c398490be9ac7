// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createServiceFactory,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
// What a module does shows only in the plugin it is for.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import mlLensPlugin from '@ml-lens/backstage-plugin-ml-lens-backend';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { improvementItemId } from '@ml-lens/lens-model';
import request from 'supertest';
import scaffolderModule from './index';

jest.setTimeout(60_000);

const REVIEW = '/api/ml-lens/workloads/fraud/reviews/aws-ml-lens';
const PLAN = `${REVIEW}/improvements`;
const LINK = 'https://tracker.example.com/ML-17';
const mika = mockCredentials.user('user:default/mika');
const item = improvementItemId({
  workloadId: 'fraud',
  lensId: 'aws-ml-lens',
  questionId: 'bg_goal',
  choiceId: 'BG01',
});

/** A portal in which only mika may change reviews, and its scaffolder action. */
async function startPortal() {
  const actions: TemplateAction<any, any, any>[] = [];
  const decide = async (
    requests: { permission: Permission }[],
    { credentials }: { credentials: BackstageCredentials },
  ) =>
    requests.map(({ permission }) => ({
      result:
        permission.name === 'ml-lens.review.update' &&
        JSON.stringify(credentials.principal).includes('otto')
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }));
  const scheduler = mockServices.scheduler();
  const { server } = await startTestBackend({
    features: [
      mlLensPlugin,
      scaffolderModule,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'scorer',
              namespace: 'default',
              annotations: { 'ml-lens.io/workload': 'fraud' },
            },
            spec: { type: 'ml-service', owner: 'risk' },
          },
        ],
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
    ],
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        { addActions: (...added: any[]) => actions.push(...added) },
      ],
    ],
  });
  await scheduler.triggerTask('catalog-sync');
  const [action, gateAction] = actions;
  const api = request(server);
  const header = mockCredentials.user.header('user:default/mika');
  return {
    action,
    run: (
      input: { item: string; link: string },
      credentials: BackstageCredentials = mika,
      isDryRun = false,
    ) =>
      action.handler({
        ...createMockActionContext({ input }),
        isDryRun,
        getInitiatorCredentials: async () => credentials,
      }),
    check: (gate: string) => {
      const context = createMockActionContext({
        input: { workload: 'fraud', lens: 'aws-ml-lens', gate },
      });
      return {
        context,
        done: gateAction.handler({
          ...context,
          getInitiatorCredentials: async () => mika,
        }),
      };
    },
    send: (method: 'post' | 'put', path: string, user: string, body: object) =>
      api[method](`${REVIEW}${path}`)
        .set(
          'authorization',
          mockCredentials.user.header(`user:default/${user}`),
        )
        .send(body),
    async planned() {
      const { body } = await api
        .get(PLAN)
        .set('authorization', header)
        .expect(200);
      const { items } = mlLensRoutes.listImprovements.response.parse(body);
      return items.find(
        one => one.questionId === 'bg_goal' && one.choiceId === 'BG01',
      );
    },
    plan: (body: object) =>
      api
        .put(`${PLAN}/bg_goal/BG01`)
        .set('authorization', header)
        .send(body)
        .expect(200),
  };
}

describe('ml-lens:improvement:link', () => {
  it('writes the issue to the plan as whoever ran the template', async () => {
    const { action, run, plan, planned } = await startPortal();
    expect(action.id).toBe('ml-lens:improvement:link');
    await plan({
      revision: 0,
      status: 'IN_PROGRESS',
      assignee: null,
      dueDate: '2026-12-24',
      link: null,
    });
    await run({ item, link: LINK });
    const written = {
      link: LINK,
      status: 'IN_PROGRESS',
      dueDate: '2026-12-24',
      revision: 2,
      updatedBy: 'user:default/mika',
    };
    expect(await planned()).toMatchObject(written);
    // A template that is run again changes nothing.
    await run({ item, link: LINK });
    expect(await planned()).toMatchObject(written);
  });

  it('gets through when several templates end at once', async () => {
    const { run, planned } = await startPortal();
    await Promise.all([
      run({ item, link: LINK }),
      run({ item, link: `${LINK}0` }),
    ]);
    expect(await planned()).toMatchObject({ revision: 2 });
  });

  it('may do no more than whoever ran the template', async () => {
    const { run, planned } = await startPortal();
    await expect(
      run({ item, link: LINK }, mockCredentials.user('user:default/otto')),
    ).rejects.toThrow(/403/);
    expect(await planned()).toMatchObject({ revision: 0, link: null });
  });

  it('writes nothing in a dry run', async () => {
    const { run, planned } = await startPortal();
    await run({ item, link: LINK }, mika, true);
    expect(await planned()).toMatchObject({ revision: 0, link: null });
  });

  it('says what it cannot find', async () => {
    const { run } = await startPortal();
    await expect(run({ item: 'fraud', link: LINK })).rejects.toThrow(
      "'fraud' is no item of an improvement plan",
    );
    await expect(
      run({ item: item.replace('BG01', 'BG99'), link: LINK }),
    ).rejects.toThrow(/has no practice 'BG99'/);
    await expect(
      run({ item: item.replace('fraud', 'none'), link: LINK }),
    ).rejects.toThrow(/404/);
  });
});

describe('ml-lens:gate:check', () => {
  it('goes on only where somebody else has let the work pass', async () => {
    const { check, send } = await startPortal();
    const path = '/gates/production-ready/requests';
    await expect(check('production-ready').done).rejects.toThrow(
      'nobody has asked',
    );
    await send('post', path, 'mika', {}).expect(201);
    await expect(check('production-ready').done).rejects.toThrow('OPEN');
    // Never by who asked, whatever they may do.
    await send('put', `${path}/1`, 'mika', { decision: 'GO' }).expect(403);
    await send('put', `${path}/1`, 'lena', { decision: 'GO' }).expect(200);
    const passed = check('production-ready');
    await passed.done;
    expect(passed.context.output).toHaveBeenCalledWith('status', 'GO');
    await expect(check('no-such-gate').done).rejects.toThrow(
      "has no gate 'no-such-gate'",
    );
  });
});
