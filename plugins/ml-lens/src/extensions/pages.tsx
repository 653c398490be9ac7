import {
  PageBlueprint,
  SubPageBlueprint,
  coreExtensionData,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef, tabRouteRefs } from '../routes';
import { titleText } from '../translation';
import { lazyPage } from './lazyPage';
import { TabbedPage } from './TabbedPage';
import styles from './TabbedPage.module.css';
import { tabGroupOf } from './tabGroups';

const org = () => import('../components/org');
const lenses = () => import('../components/lenses');

/**
 * The organisation's page in the sidebar; its tabs are the sub-pages below, and
 * any other sub-page attached to it. The framework would draw the same header,
 * but its tabs would lose the filters.
 */
export const mlLensPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { config, inputs, node }) {
    const tabs = inputs.pages.map(page => {
      const titleTranslation = page.get(coreExtensionData.titleTranslation);
      // Given with a translation, `core.title` is in the language of the start.
      const renamed = (page.node.spec.config as { title?: string } | undefined)
        ?.title;
      return {
        path: page.get(coreExtensionData.routePath),
        title: titleTranslation ? renamed : page.get(coreExtensionData.title),
        titleTranslation,
        icon: page.get(coreExtensionData.icon),
        group: tabGroupOf(
          /^sub-page:ml-lens\/(\w+)$/.exec(page.node.spec.id)?.[1],
        ),
        element: page.get(coreExtensionData.reactElement),
      };
    });
    const { plugin } = node.spec;
    return originalFactory({
      path: '/ml-lens',
      routeRef: rootRouteRef,
      noHeader: true,
      loader: async () => (
        <TabbedPage
          title={config.title ?? plugin.title ?? plugin.pluginId}
          icon={plugin.icon}
          tabs={tabs}
        />
      ),
    });
  },
});

export const mlLensInboxPage = SubPageBlueprint.make({
  name: 'inbox',
  params: {
    path: 'inbox',
    routeRef: tabRouteRefs.inbox,
    title: titleText('org.tabs.inbox'),
    loader: lazyPage(org, 'InboxPage', styles.waiting),
  },
});

export const mlLensPlanPage = SubPageBlueprint.make({
  name: 'plan',
  params: {
    path: 'plan',
    routeRef: tabRouteRefs.plan,
    title: titleText('org.tabs.practices'),
    loader: lazyPage(org, 'PlanPage', styles.waiting),
  },
});

export const mlLensOverviewPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    routeRef: tabRouteRefs.overview,
    title: titleText('org.tabs.overview'),
    loader: lazyPage(org, 'OverviewPage', styles.waiting),
  },
});

export const mlLensWorkloadsPage = SubPageBlueprint.make({
  name: 'workloads',
  params: {
    path: 'workloads',
    routeRef: tabRouteRefs.workloads,
    title: titleText('org.tabs.workloads'),
    loader: lazyPage(org, 'WorkloadsPage', styles.waiting),
  },
});

export const mlLensHeatmapPage = SubPageBlueprint.make({
  name: 'heatmap',
  params: {
    path: 'heatmap',
    routeRef: tabRouteRefs.heatmap,
    title: titleText('org.tabs.heatmap'),
    loader: lazyPage(org, 'HeatmapPage', styles.waiting),
  },
});

export const mlLensTimelinePage = SubPageBlueprint.make({
  name: 'timeline',
  params: {
    path: 'timeline',
    routeRef: tabRouteRefs.timeline,
    title: titleText('org.tabs.timeline'),
    loader: async () => {
      const { OrgTimelinePage } = await import('../components/org');
      return <OrgTimelinePage />;
    },
  },
});

export const mlLensGapsPage = SubPageBlueprint.make({
  name: 'gaps',
  params: {
    path: 'gaps',
    routeRef: tabRouteRefs.gaps,
    title: titleText('org.tabs.gaps'),
    loader: lazyPage(org, 'GapsPage', styles.waiting),
  },
});

export const mlLensTrendPage = SubPageBlueprint.make({
  name: 'trend',
  params: {
    path: 'trend',
    routeRef: tabRouteRefs.trend,
    title: titleText('org.tabs.trend'),
    loader: lazyPage(org, 'TrendPage', styles.waiting),
  },
});

export const mlLensTargetsPage = SubPageBlueprint.make({
  name: 'targets',
  params: {
    path: 'targets',
    routeRef: tabRouteRefs.targets,
    title: titleText('org.tabs.targets'),
    loader: lazyPage(org, 'TargetsPage', styles.waiting),
  },
});

export const mlLensComparePage = SubPageBlueprint.make({
  name: 'compare',
  params: {
    path: 'compare',
    routeRef: tabRouteRefs.compare,
    title: titleText('org.tabs.compare'),
    loader: lazyPage(org, 'ComparePage', styles.waiting),
  },
});

export const mlLensRollupPage = SubPageBlueprint.make({
  name: 'rollup',
  params: {
    path: 'rollup',
    routeRef: tabRouteRefs.rollup,
    title: titleText('org.tabs.rollup'),
    loader: lazyPage(org, 'RollupPage', styles.waiting),
  },
});

export const mlLensLensesPage = SubPageBlueprint.make({
  name: 'lenses',
  params: {
    path: 'lenses',
    routeRef: tabRouteRefs.lenses,
    title: titleText('org.tabs.lenses'),
    loader: lazyPage(lenses, 'LensesPage', styles.waiting),
  },
});
