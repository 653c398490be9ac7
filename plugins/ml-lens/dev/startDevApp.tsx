// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { MlLensApi } from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensApiRef } from '../src/api';
import mlLensPlugin from '../src/plugin';

/** The plugin in an app of its own, over an API and entities in memory. */
export function startDevApp(
  createApi: () => MlLensApi,
  entities: Entity[] = [],
): void {
  createDevApp({
    features: [
      catalogPlugin,
      createFrontendModule({
        pluginId: 'catalog',
        extensions: [
          ApiBlueprint.make({
            params: define =>
              define({
                api: catalogApiRef,
                deps: {},
                factory: () => catalogApiMock({ entities }),
              }),
          }),
        ],
      }),
      mlLensPlugin,
      createFrontendModule({
        pluginId: 'ml-lens',
        extensions: [
          ApiBlueprint.make({
            params: define =>
              define({ api: mlLensApiRef, deps: {}, factory: createApi }),
          }),
        ],
      }),
    ],
  });
}
