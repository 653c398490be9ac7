// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AuthenticationError,
  isError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
  type AuthProviderFactory,
  type AuthResolverContext,
  type BackstageSignInResult,
  type ProfileInfo,
} from '@backstage/plugin-auth-node';
import { setTimeout as delay } from 'node:timers/promises';
import type { DemoUser } from '../users';

const HEADER = 'x-demo-user';

/** A freshly started catalog needs some seconds to read its users. */
const CATALOG_WAIT = { attempts: 20, pauseMs: 1000 };

/** Somebody who has chosen who to be. */
interface DemoSignIn extends DemoUser {
  name: string;
}

/**
 * A proxy-style provider that believes whoever the header `x-demo-user` names.
 * It is for a portal on one's own machine, so every sign-in is refused unless
 * this is a development environment.
 */
export function createDemoProviderFactory(options: {
  users: ReadonlyMap<string, DemoUser>;
  development: boolean;
  catalogWait?: { attempts: number; pauseMs: number };
}): AuthProviderFactory {
  const { users, development, catalogWait = CATALOG_WAIT } = options;

  const authenticator = createProxyAuthenticator({
    defaultProfileTransform: async (
      { entityRef }: DemoSignIn,
      context: AuthResolverContext,
    ) => ({ profile: await profileOf(entityRef, context, catalogWait) }),
    initialize() {},
    async authenticate({ req }) {
      if (!development) {
        throw new NotAllowedError(
          'The demo sign-in works only with auth.environment: development',
        );
      }
      const name = req.header(HEADER);
      if (!name) {
        throw new AuthenticationError(
          `Send the header ${HEADER} with one of ${listNames(users)}`,
        );
      }
      const user = users.get(name);
      if (!user) {
        throw new AuthenticationError(
          `There is no demo user of that name: choose one of ${listNames(
            users,
          )}`,
        );
      }
      return { result: { ...user, name } };
    },
  });

  return createProxyAuthProviderFactory<DemoSignIn>({
    authenticator,
    async signInResolver({ result }, context): Promise<BackstageSignInResult> {
      return await context.signInWithCatalogUser({
        entityRef: result.entityRef,
      });
    },
  });
}

/** The profile in the catalog, waiting a little for the user to appear there. */
async function profileOf(
  entityRef: string,
  context: AuthResolverContext,
  wait: { attempts: number; pauseMs: number },
): Promise<ProfileInfo> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { entity } = await context.findCatalogUser({ entityRef });
      return (entity.spec?.profile ?? {}) as ProfileInfo;
    } catch (error) {
      if (!isError(error) || error.name !== 'NotFoundError') {
        throw error;
      }
      if (attempt >= wait.attempts) {
        throw new NotFoundError(
          `The demo user ${entityRef} is not in the catalog`,
        );
      }
      await delay(wait.pauseMs);
    }
  }
}

function listNames(users: ReadonlyMap<string, DemoUser>): string {
  return [...users.keys()].join(', ') || 'the users of mlLens.demo.users';
}
