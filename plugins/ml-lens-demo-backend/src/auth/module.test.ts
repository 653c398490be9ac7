// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { createDemoProviderFactory } from './provider';
import { demoAuthModule } from './module';

const mika: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { namespace: 'default', name: 'mika.sato' },
  spec: { profile: { displayName: 'Mika Sato' } },
  relations: [{ type: 'memberOf', targetRef: 'group:default/supply-science' }],
};

async function start(environment: string | undefined, users?: object) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      demoAuthModule,
      catalogServiceMock.factory({ entities: [mika] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
          auth: {
            ...(environment && { environment }),
            providers: { demo: { development: {} } },
          },
          mlLens: {
            demo: {
              users: users ?? {
                mika: { entityRef: 'User:default/mika.sato', role: 'lead' },
              },
            },
          },
        },
      }),
    ],
  });
  const refresh = (headers: Record<string, string> = {}) =>
    request(server).get('/api/auth/demo/refresh').set(headers);
  return { refresh };
}

describe('the demo provider', () => {
  it('signs in whoever the header names, as other providers do', async () => {
    const { refresh } = await start('development');
    const { status, body } = await refresh({ 'x-demo-user': 'mika' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      profile: { displayName: 'Mika Sato' },
      backstageIdentity: {
        token: expect.stringMatching(/^[^.]+\.[^.]+\.[^.]+$/),
        identity: {
          type: 'user',
          userEntityRef: 'user:default/mika.sato',
          ownershipEntityRefs: [
            'user:default/mika.sato',
            'group:default/supply-science',
          ],
        },
      },
    });
  });

  it.each([
    ['no user', {}, 'Send the header x-demo-user with one of mika'],
    ['an unknown user', { 'x-demo-user': 'eve' }, 'choose one of mika'],
    ['a prototype key', { 'x-demo-user': '__proto__' }, 'choose one of mika'],
  ])('refuses %s with 401', async (_name, headers, message) => {
    const { refresh } = await start('development');
    const { status, body } = await refresh(headers);
    expect(status).toBe(401);
    expect(body.error.message).toContain(message);
  });

  it.each(['production', undefined])(
    'refuses everybody when the environment is %p',
    async environment => {
      const { refresh } = await start(environment);
      const { status, body } = await refresh({ 'x-demo-user': 'mika' });
      expect(status).toBe(403);
      expect(body.error.message).toContain('auth.environment: development');
    },
  );

  it('does not start with users it cannot read', async () => {
    await expect(
      start('development', {
        mika: { entityRef: 'user:default/m', role: 'boss' },
      }),
    ).rejects.toThrow('mlLens.demo.users.mika.role');
    await expect(
      start('development', { mika: { entityRef: 'user:default/' } }),
    ).rejects.toThrow('mlLens.demo.users.mika.entityRef');
  });
});

describe('a catalog that is still reading its users', () => {
  const users = new Map([
    [
      'mika',
      { entityRef: 'user:default/mika.sato', role: 'developer' as const },
    ],
  ]);

  function providerWith(findCatalogUser: jest.Mock) {
    const factory = createDemoProviderFactory({
      users,
      development: true,
      catalogWait: { attempts: 3, pauseMs: 1 },
    });
    const provider = factory({
      resolverContext: {
        findCatalogUser,
        signInWithCatalogUser: async () => ({ token: 'a.e30.c' }),
      },
    } as any);
    const json = jest.fn();
    const refresh = () =>
      provider.refresh!(
        { header: () => 'mika' } as any,
        { status: () => ({ json }) } as any,
      );
    return { refresh, json };
  }
  const notFound = Object.assign(new Error('gone'), { name: 'NotFoundError' });

  it('is waited for', async () => {
    const find = jest
      .fn()
      .mockRejectedValueOnce(notFound)
      .mockResolvedValue({ entity: mika });
    const { refresh } = providerWith(find);
    // The made-up token is not one; that it got so far is what matters.
    await refresh().catch(() => {});
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('is not waited for without end, nor after other errors', async () => {
    const never = jest.fn().mockRejectedValue(notFound);
    await expect(providerWith(never).refresh()).rejects.toThrow(
      'user:default/mika.sato is not in the catalog',
    );
    expect(never).toHaveBeenCalledTimes(3);

    const broken = jest.fn().mockRejectedValue(new Error('no connection'));
    await expect(providerWith(broken).refresh()).rejects.toThrow(
      'no connection',
    );
    expect(broken).toHaveBeenCalledTimes(1);
  });
});
