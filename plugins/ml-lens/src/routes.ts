import { createRouteRef } from '@backstage/core-plugin-api';

/** The organisation's page. */
export const rootRouteRef = createRouteRef({ id: 'ml-lens' });

/** The tab on a service's entity page. */
export const entityContentRouteRef = createRouteRef({
  id: 'ml-lens/entity-content',
});

/**
 * The tabs of the organisation's page, each of which an app may have put at
 * another path.
 */
export const tabRouteRefs = {
  inbox: createRouteRef({ id: 'ml-lens/inbox' }),
  plan: createRouteRef({ id: 'ml-lens/plan' }),
  overview: createRouteRef({ id: 'ml-lens/overview' }),
  workloads: createRouteRef({ id: 'ml-lens/workloads' }),
  heatmap: createRouteRef({ id: 'ml-lens/heatmap' }),
  timeline: createRouteRef({ id: 'ml-lens/timeline' }),
  gaps: createRouteRef({ id: 'ml-lens/gaps' }),
  trend: createRouteRef({ id: 'ml-lens/trend' }),
  targets: createRouteRef({ id: 'ml-lens/targets' }),
  compare: createRouteRef({ id: 'ml-lens/compare' }),
  rollup: createRouteRef({ id: 'ml-lens/rollup' }),
  lenses: createRouteRef({ id: 'ml-lens/lenses' }),
};

/** Name of a tab of the organisation's page. */
export type OrgTab = keyof typeof tabRouteRefs;
