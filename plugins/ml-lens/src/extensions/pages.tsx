// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  PageBlueprint,
  coreExtensionData,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';
import { groupOfExtension, loadOrg } from './orgTabs';

/**
 * The organisation's page in the sidebar; its tabs are those of `orgTabs`,
 * and any other sub-page attached to it. The framework would draw the same header,
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
        group: groupOfExtension(page.node.spec.id),
        element: page.get(coreExtensionData.reactElement),
      };
    });
    const { plugin } = node.spec;
    return originalFactory({
      path: '/ml-lens',
      routeRef: rootRouteRef,
      noHeader: true,
      loader: async () => {
        // What most tabs are made of comes beside the frame, not after it.
        loadOrg().catch(() => {});
        const { TabbedPage } = await import('./TabbedPage');
        return (
          <TabbedPage
            title={config.title ?? plugin.title ?? plugin.pluginId}
            icon={plugin.icon}
            tabs={tabs}
          />
        );
      },
    });
  },
});
