import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { mlLensApiRef } from '../src/api';
import { createInsightsApi } from '../src/components/org/__testUtils__/insightsApi';
import mlLensPlugin from '../src/plugin';

/**
 * The organisation's pages over rows in memory:
 * `yarn workspace @ml-lens/backstage-plugin-ml-lens start --entrypoint dev/org`
 */
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
              factory: () => catalogApiMock({ entities: [] }),
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
            define({
              api: mlLensApiRef,
              deps: {},
              factory: () => createInsightsApi(),
            }),
        }),
      ],
    }),
  ],
});
