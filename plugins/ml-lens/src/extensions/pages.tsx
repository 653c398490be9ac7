import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';

/** The organisation's page in the sidebar; its tabs are sub-pages. */
export const mlLensPage = PageBlueprint.make({
  params: { path: '/ml-lens', routeRef: rootRouteRef },
});

export const mlLensWorkloadsPage = SubPageBlueprint.make({
  name: 'workloads',
  params: {
    path: 'workloads',
    title: 'Workloads',
    loader: async () => {
      const { WorkloadsPage } = await import('../components/org');
      return <WorkloadsPage />;
    },
  },
});

export const mlLensLensesPage = SubPageBlueprint.make({
  name: 'lenses',
  params: {
    path: 'lenses',
    title: 'Lenses',
    loader: async () => {
      const { LensesPage } = await import('../components/lenses');
      return <LensesPage />;
    },
  },
});
