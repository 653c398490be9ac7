// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  ML_LENS_ANNOTATIONS,
  MlLensClient,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensApiRef } from './api';
import { createFromTemplateRouteRef } from './externalRoutes';
import { entityContentRouteRef, rootRouteRef } from './routes';

/**
 * ML Lens for apps on the previous frontend system (`createApp` of
 * `@backstage/app-defaults`).
 * @public
 */
export const mlLensPlugin = createPlugin({
  id: 'ml-lens',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { createFromTemplate: createFromTemplateRouteRef },
  apis: [
    createApiFactory({
      api: mlLensApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new MlLensClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/**
 * The organisation's page, for `<Route path="/ml-lens" element={…} />`.
 * @public
 */
export const MlLensPage = mlLensPlugin.provide(
  createRoutableExtension({
    name: 'MlLensPage',
    component: (): Promise<(props: {}) => JSX.Element> =>
      import('./components/legacy/LegacyPage').then(m => m.LegacyPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The tab of an entity page, for
 * `<EntityLayout.Route path="/ml-lens" title="ML Lens" if={isMlLensAvailable}>`.
 * @public
 */
export const EntityMlLensContent = mlLensPlugin.provide(
  createRoutableExtension({
    name: 'EntityMlLensContent',
    component: (): Promise<(props: {}) => JSX.Element> =>
      import('./components/review').then(m => m.EntityReviewContent),
    mountPoint: entityContentRouteRef,
  }),
);

/**
 * The card of an entity's overview, within
 * `<EntitySwitch.Case if={isMlLensAvailable}>`.
 * @public
 */
export const EntityMlLensCard = mlLensPlugin.provide(
  createComponentExtension({
    name: 'EntityMlLensCard',
    component: {
      lazy: (): Promise<(props: {}) => JSX.Element> =>
        import('./components/review/EntityScorecardCard').then(
          m => m.EntityScorecardCard,
        ),
    },
  }),
);

/**
 * Whether an entity is linked to a workload.
 * @public
 */
export function isMlLensAvailable(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.[ML_LENS_ANNOTATIONS.workload]);
}

export { mlLensApiRef } from './api';
export { MlLensSidebarItem } from './components/org/inbox/MlLensSidebarItem';
export { mlLensTranslationRef } from './translation';
