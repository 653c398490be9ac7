import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { mlLensApiRef } from '../src/api';
import { lensDocument } from '../src/components/lenses/__testUtils__/lensDocument';
import { createLensesApi } from '../src/components/lenses/__testUtils__/lensesApi';
import mlLensPlugin from '../src/plugin';

/**
 * The lenses page over versions in memory:
 * `yarn workspace @ml-lens/backstage-plugin-ml-lens start --entrypoint dev/lenses`
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
              factory: () =>
                createLensesApi([
                  { document: lensDocument, status: 'PUBLISHED' },
                  {
                    document: { ...lensDocument, version: '1.1' },
                    status: 'DRAFT',
                  },
                ]).api,
            }),
        }),
      ],
    }),
  ],
});
