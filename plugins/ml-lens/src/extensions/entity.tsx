// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef } from '../routes';
import { titleText } from '../translation';
import { lazyPage } from './lazyPage';
import { linkedToWorkload } from './linkedToWorkload';

export const mlLensEntityContent = EntityContentBlueprint.make({
  params: {
    path: '/ml-lens',
    title: 'ML Lens',
    routeRef: entityContentRouteRef,
    filter: linkedToWorkload,
    loader: async () =>
      lazyPage(() => import('../components/review'), 'EntityReviewContent'),
  },
});

export const mlLensEntityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: linkedToWorkload,
    loader: async () => {
      const { EntityScorecardCard } = await import(
        '../components/review/EntityScorecardCard'
      );
      return <EntityScorecardCard />;
    },
  },
});

/** Groups, systems and domains have their workloads rolled up. */
export const mlLensEntityOrganisation = EntityContentBlueprint.make({
  name: 'organisation',
  params: {
    path: '/ml-lens-workloads',
    title: titleText('org.entityTab'),
    filter: { kind: { $in: ['group', 'system', 'domain'] } },
    loader: async () =>
      lazyPage(() => import('../components/org'), 'EntityOrganisation'),
  },
});
