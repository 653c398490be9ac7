// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createExtensionInput,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { configure, screen } from '@testing-library/react';
import { mlLensApiRef } from '../api';
import { createOrgApi } from '../components/org/__testUtils__/orgApi';
import mlLensPlugin from '../plugin';

jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });

/** A home page that shows every widget there is. */
const homePlugin = createFrontendPlugin({
  pluginId: 'home',
  extensions: [
    PageBlueprint.makeWithOverrides({
      inputs: { widgets: createExtensionInput([homePageWidgetDataRef]) },
      factory: (originalFactory, { inputs }) =>
        originalFactory({
          path: '/home',
          loader: async () => (
            <>
              {inputs.widgets.map(widget => {
                const { name, component } = widget.get(homePageWidgetDataRef);
                return <div key={name}>{component}</div>;
              })}
            </>
          ),
        }),
    }),
  ],
});

describe('widgets of the home page', () => {
  beforeEach(() => window.localStorage.clear());

  it.each([
    [
      'en',
      ['ML Lens: for you', 'ML Lens: my workloads', 'ML Lens: organisation'],
    ],
    [
      'ja',
      ['ML Lens: あなたへ', 'ML Lens: 自分のワークロード', 'ML Lens: 組織'],
    ],
  ])(
    'say their titles in the language of the app: %s',
    async (language, titles) => {
      renderTestApp({
        features: [mlLensPlugin, homePlugin],
        apis: [[mlLensApiRef, createOrgApi([])], mockApis.permission()],
        initialRouteEntries: ['/home'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
        config: {
          app: {
            extensions: [
              {
                'api:app/app-language': {
                  config: {
                    defaultLanguage: language,
                    availableLanguages: ['en', 'ja'],
                  },
                },
              },
            ],
          },
        },
      });
      for (const title of titles) {
        expect(await screen.findByText(title)).toBeInTheDocument();
      }
      expect(screen.getAllByText(/^ML Lens: /)).toHaveLength(titles.length);
    },
  );
});
