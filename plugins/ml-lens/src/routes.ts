// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createRouteRef, type RouteRef } from '@backstage/core-plugin-api';
import { org } from './translation/en/org';

/** The organisation's page. */
export const rootRouteRef = createRouteRef({ id: 'ml-lens' });

/** The tab on a service's entity page. */
export const entityContentRouteRef = createRouteRef({
  id: 'ml-lens/entity-content',
});

/** Name of a tab of the organisation's page: each has a text. */
export type OrgTab = keyof typeof org.tabs;

/**
 * The tabs of the organisation's page, each of which an app may have put at
 * another path.
 */
export const tabRouteRefs = Object.fromEntries(
  Object.keys(org.tabs).map(tab => [
    tab,
    createRouteRef({ id: `ml-lens/${tab}` }),
  ]),
) as Record<OrgTab, RouteRef>;
