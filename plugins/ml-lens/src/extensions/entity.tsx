import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { ML_LENS_WORKLOAD_ANNOTATION } from '@ml-lens/backstage-plugin-ml-lens-common';
import { entityContentRouteRef } from '../routes';

/** Only entities linked to a workload have the tab and the card. */
const linkedToWorkload = {
  [`metadata.annotations.${ML_LENS_WORKLOAD_ANNOTATION}`]: { $exists: true },
};

export const mlLensEntityContent = EntityContentBlueprint.make({
  params: {
    path: '/ml-lens',
    title: 'ML Lens',
    routeRef: entityContentRouteRef,
    filter: linkedToWorkload,
    loader: async () => {
      const { EntityReviewContent } = await import('../components/review');
      return <EntityReviewContent />;
    },
  },
});

export const mlLensEntityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: linkedToWorkload,
    loader: async () => {
      const { EntityScorecardCard } = await import('../components/review');
      return <EntityScorecardCard />;
    },
  },
});

const hasWorkloads = { kind: { $in: ['group', 'system', 'domain'] } };

async function loadOrganisation() {
  const { EntityOrganisation } = await import('../components/org');
  return <EntityOrganisation />;
}

/**
 * Groups, systems and domains have their workloads rolled up. The catalog draws
 * titles as they are, in any language: the name of the product needs none.
 */
export const mlLensEntityOrganisation = EntityContentBlueprint.make({
  name: 'organisation',
  params: {
    path: '/ml-lens-workloads',
    title: 'ML Lens',
    filter: { $all: [hasWorkloads, { $not: linkedToWorkload }] },
    loader: loadOrganisation,
  },
});

/** The same beside the tab of a workload, which has the name already. */
export const mlLensEntityOrganisationOfLinked = EntityContentBlueprint.make({
  name: 'organisation-of-linked',
  params: {
    path: '/ml-lens-workloads',
    title: 'ML workloads',
    filter: { $all: [hasWorkloads, linkedToWorkload] },
    loader: loadOrganisation,
  },
});
