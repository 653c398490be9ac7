// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiPulseLine } from '@remixicon/react';
import { createFromTemplateRouteRef } from './externalRoutes';
import { mlLensApi } from './extensions/api';
import {
  mlLensEntityCard,
  mlLensEntityContent,
  mlLensEntityOrganisation,
} from './extensions/entity';
import { orgTabs } from './extensions/orgTabs';
import { mlLensPage } from './extensions/pages';
import {
  mlLensCatalogFilter,
  mlLensEntityIconLink,
  mlLensForYouWidget,
  mlLensMyWorkloadsWidget,
  mlLensOrganisationWidget,
  mlLensPracticeResultType,
  mlLensSearchResult,
  mlLensWorkloadResultType,
} from './extensions/portal';
import { entityContentRouteRef, rootRouteRef } from './routes';

/**
 * ML Lens for `createApp({ features: [mlLensPlugin] })`.
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'ml-lens',
  title: 'ML Lens',
  icon: <RiPulseLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { createFromTemplate: createFromTemplateRouteRef },
  extensions: [
    mlLensApi,
    mlLensPage,
    ...orgTabs.map(({ extension }) => extension),
    mlLensEntityContent,
    mlLensEntityCard,
    mlLensEntityOrganisation,
    mlLensEntityIconLink,
    mlLensCatalogFilter,
    mlLensForYouWidget,
    mlLensMyWorkloadsWidget,
    mlLensOrganisationWidget,
    mlLensSearchResult,
    mlLensWorkloadResultType,
    mlLensPracticeResultType,
  ],
});
