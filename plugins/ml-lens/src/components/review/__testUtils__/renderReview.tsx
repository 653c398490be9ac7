// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type { JsonObject } from '@backstage/types';
import { QueryClient } from '@tanstack/react-query';
import { configure } from '@testing-library/react';
import type { ComponentType } from 'react';
import { useLocation } from 'react-router-dom';
import { mlLensApiRef, PluginProvider } from '../../../api';
import { entityContentRouteRef, rootRouteRef } from '../../../routes';
import type { MlLensApiMock } from '../../../testing/mlLensApiMock';
import { fixtureHistory, fixtureLens } from './lens';
import type { ReviewFixture } from './fixture';
import { reviewApiMock } from './reviewApi';

/** A whole tab takes its time to be drawn on a busy machine. */
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

export const NOW = '2026-06-30T12:00:00.000Z';

export const fixtureEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'forecast',
    namespace: 'default',
    annotations: { 'ml-lens.io/workload': 'forecast' },
  },
};

/** A review API over the small lens and its history, or parts of your own. */
export function createReviewApi(fixture: Partial<ReviewFixture> = {}) {
  return reviewApiMock({
    documents: [fixtureLens],
    workloads: [
      {
        id: 'forecast',
        title: 'Sales forecast',
        lenses: ['small-lens'],
        owner: 'group:default/science',
      },
    ],
    history: fixtureHistory,
    now: NOW,
    ...fixture,
  });
}

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

/** jsdom lays nothing out, so the width a chart would have is said here. */
export function mockWidth(width: number) {
  window.ResizeObserver = class {
    readonly #onResize: ResizeObserverCallback;
    constructor(onResize: ResizeObserverCallback) {
      this.#onResize = onResize;
    }
    observe(target: Element) {
      const contentRect = { width, height: 400, top: 0, left: 0 };
      this.#onResize(
        [{ target, contentRect } as ResizeObserverEntry],
        this as unknown as ResizeObserver,
      );
    }
    unobserve() {}
    disconnect() {}
  };
}

/** Renders the tab or the card of an entity as a reader would open it. */
export async function renderReview(
  Component: ComponentType,
  options: {
    search?: string;
    api?: MlLensApiMock;
    config?: object;
    client?: QueryClient;
  } = {},
) {
  const { search = '', api = createReviewApi(), config } = options;
  const client =
    options.client ??
    new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await renderInTestApp(
    <EntityProvider entity={fixtureEntity}>
      <PluginProvider client={client}>
        <Component />
      </PluginProvider>
      <Address />
    </EntityProvider>,
    {
      apis: [[mlLensApiRef, api]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/tab': entityContentRouteRef,
        '/ml-lens': rootRouteRef,
      },
      initialRouteEntries: [`/${search}`],
      ...(config && { config: config as JsonObject }),
    },
  );
  return { api };
}
