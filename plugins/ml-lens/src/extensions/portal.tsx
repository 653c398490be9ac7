// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useEntity } from '@backstage/plugin-catalog-react';
import {
  CatalogFilterBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiPulseLine } from '@remixicon/react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { widgetParts } from '../components/org/home/widgetParts';
import { useReviewLink } from '../components/shared/useReviewLink';
import { linkedToWorkload } from './linkedToWorkload';

/** Types of documents that the module of the search collects. */
const WORKLOAD_TYPE = 'ml-lens-workload';
const PRACTICE_TYPE = 'ml-lens-practice';

// By themselves, not with the pages of the organisation: what other pages of the
// portal show must not load these.

/** A widget of the home page; portals override it by its name. */
function homeWidget<const Name extends string>(
  name: Name,
  key: Parameters<typeof widgetParts>[0],
  widget: keyof typeof import('../components/org/home/widgets'),
  texts: { name: string; title: string; description: string },
) {
  return HomePageWidgetBlueprint.make({
    name,
    params: {
      ...texts,
      layout: {
        width: { minColumns: 3, defaultColumns: 4 },
        height: { minRows: 2, defaultRows: 5 },
      },
      components: async () => {
        const [widgets, parts] = await Promise.all([
          import('../components/org/home/widgets'),
          import('../components/org/home/widgetParts'),
        ]);
        return parts.widgetParts(key, widgets[widget]);
      },
    },
  });
}

export const mlLensForYouWidget = homeWidget(
  'for-you',
  'forYou',
  'ForYouWidget',
  {
    name: 'MlLensForYou',
    title: 'ML Lens: for you',
    description: 'The most urgent of what waits for you and your teams',
  },
);

export const mlLensMyWorkloadsWidget = homeWidget(
  'my-workloads',
  'myWorkloads',
  'MyWorkloadsWidget',
  {
    name: 'MlLensMyWorkloads',
    title: 'ML Lens: my workloads',
    description: 'Score, level and high risks of what your teams own',
  },
);

export const mlLensOrganisationWidget = homeWidget(
  'organisation',
  'organisation',
  'OrganisationWidget',
  {
    name: 'MlLensOrganisation',
    title: 'ML Lens: organisation',
    description: 'How all workloads stand',
  },
);

export const mlLensSearchResult = SearchResultListItemBlueprint.make({
  params: {
    icon: <RiPulseLine />,
    predicate: ({ type }) => type === WORKLOAD_TYPE || type === PRACTICE_TYPE,
    component: async () => {
      const { SearchResultItem } = await import(
        '../components/org/search/SearchResultItem'
      );
      return SearchResultItem;
    },
  },
});

export const mlLensWorkloadResultType = SearchFilterResultTypeBlueprint.make({
  name: 'workload',
  params: {
    value: WORKLOAD_TYPE,
    name: 'ML workloads',
    icon: <RiPulseLine />,
  },
});

export const mlLensPracticeResultType = SearchFilterResultTypeBlueprint.make({
  name: 'practice',
  params: {
    value: PRACTICE_TYPE,
    name: 'ML practices',
    icon: <RiPulseLine />,
  },
});

/** Among the links of the "about" card. */
export const mlLensEntityIconLink = EntityIconLinkBlueprint.make({
  params: {
    filter: linkedToWorkload,
    useProps: () => {
      const { entity } = useEntity();
      return {
        label: 'ML Lens',
        icon: <RiPulseLine />,
        href: useReviewLink()(stringifyEntityRef(entity), {}),
      };
    },
  },
});

/** Beside the filters of the catalog's list. */
export const mlLensCatalogFilter = CatalogFilterBlueprint.make({
  name: 'level',
  params: {
    loader: async () => {
      const { LevelFilter } = await import(
        '../components/org/search/LevelFilter'
      );
      return <LevelFilter />;
    },
  },
});
