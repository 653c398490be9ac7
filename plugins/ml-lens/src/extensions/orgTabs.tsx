// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { SubPageBlueprint } from '@backstage/frontend-plugin-api';
import type { ComponentType } from 'react';
import { type OrgTab, tabRouteRefs } from '../routes';
import { titleText } from '../translation';
import { lazyPage } from './lazyPage';
import styles from './orgTabs.module.css';
import type { TabGroup } from './tabGroups';

export const loadOrg = () => import('../components/org');
const lenses = () => import('../components/lenses');

/**
 * A tab of the organisation's page, with the text of its name.
 *
 * @param name - also its path, below the page
 * @param load - what exports the component
 * @param group - of the tabs it shares a tab of the header with
 */
function orgTab<Name extends OrgTab, Page extends string>(
  name: Name,
  load: () => Promise<Record<Page, ComponentType>>,
  component: Page,
  group?: TabGroup,
) {
  const page = lazyPage(load, component, styles.waiting);
  return {
    name,
    group,
    page,
    extension: SubPageBlueprint.make({
      name,
      params: {
        path: name,
        routeRef: tabRouteRefs[name],
        title: titleText(`org.tabs.${name}`),
        loader: async () => page,
      },
    }),
  };
}

/** The tabs of the organisation's page, in order. */
export const orgTabs = [
  orgTab('inbox', loadOrg, 'InboxPage'),
  orgTab('overview', loadOrg, 'OverviewPage'),
  orgTab('workloads', loadOrg, 'WorkloadsPage'),
  orgTab('heatmap', loadOrg, 'HeatmapPage', 'analysis'),
  orgTab('timeline', loadOrg, 'OrgTimelinePage', 'analysis'),
  orgTab('gaps', loadOrg, 'GapsPage', 'analysis'),
  orgTab('trend', loadOrg, 'TrendPage', 'analysis'),
  orgTab('compare', loadOrg, 'ComparePage', 'analysis'),
  orgTab('rollup', loadOrg, 'RollupPage', 'analysis'),
  orgTab('plan', loadOrg, 'PlanPage', 'plan'),
  orgTab('targets', loadOrg, 'TargetsPage', 'plan'),
  orgTab('lenses', lenses, 'LensesPage'),
];

/** The group of a tab, by the id of its extension; tabs of others have none. */
export function groupOfExtension(id: string): TabGroup | undefined {
  return orgTabs.find(({ name }) => id === `sub-page:ml-lens/${name}`)?.group;
}
