// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { MlLensClient } from '@ml-lens/backstage-plugin-ml-lens-common';
import { setTimeout as delay } from 'node:timers/promises';
import { playScene } from './playScene';
import { readScene } from './scene';

/** The catalog is read, and workloads are linked, some time after the start. */
const TRIES = { count: 60, pauseMs: 3000 };

/** Plays the scene of `mlLens.demo.scene` when the demo is first started. */
export const demoSceneModule = createBackendModule({
  pluginId: 'ml-lens',
  moduleId: 'demo-scene',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ config, discovery, lifecycle, logger }) {
        const path = config.getOptionalString('mlLens.demo.scene');
        if (
          !path ||
          config.getOptionalString('auth.environment') !== 'development'
        ) {
          return;
        }
        const scene = await readScene(path);
        const stopped = new AbortController();
        const apiOf = async (name: string) => {
          const token = await signIn(await discovery.getBaseUrl('auth'), name);
          return new MlLensClient({
            discoveryApi: discovery,
            fetchApi: {
              fetch: (url, init) =>
                fetch(url, {
                  ...init,
                  headers: {
                    ...Object.fromEntries(new Headers(init?.headers)),
                    authorization: `Bearer ${token}`,
                  },
                }),
            },
          });
        };
        const play = async () => {
          for (let left = TRIES.count; !stopped.signal.aborted; left--) {
            try {
              if (await playScene(scene, { apiOf, now: () => new Date() })) {
                logger.info(`Played the scene of the demo: ${path}`);
              }
              return;
            } catch (error) {
              if (left === 0) {
                logger.warn(
                  `The scene of the demo cannot be played: ${stringifyError(
                    error,
                  )}`,
                );
                return;
              }
              await delay(TRIES.pauseMs, undefined, {
                signal: stopped.signal,
              }).catch(() => {});
            }
          }
        };
        lifecycle.addStartupHook(() => {
          // The start does not wait for it.
          play();
        });
        lifecycle.addShutdownHook(() => stopped.abort());
      },
    });
  },
});

async function signIn(authUrl: string, name: string): Promise<string> {
  const response = await fetch(`${authUrl}/demo/refresh`, {
    headers: { 'x-demo-user': name },
  });
  if (!response.ok) {
    throw new Error(`${name} cannot sign in: ${response.status}`);
  }
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return backstageIdentity.token;
}
