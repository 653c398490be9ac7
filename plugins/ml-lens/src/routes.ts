import { createRouteRef } from '@backstage/core-plugin-api';

/** The organisation's page. */
export const rootRouteRef = createRouteRef({ id: 'ml-lens' });

/** The tab on a service's entity page. */
export const entityContentRouteRef = createRouteRef({
  id: 'ml-lens/entity-content',
});
