import {
  routeResolutionApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useLocation } from 'react-router-dom';
import { entityContentRouteRef } from '../../routes';

/**
 * Path of the tab of the entity that is shown. Where the app cannot say (the
 * previous frontend system, a page of its own), the default path beside the
 * overview.
 */
export function useTabPath(): string {
  const resolution = useApiHolder().get(routeResolutionApiRef);
  const { pathname } = useLocation();
  const route = resolution?.resolve(entityContentRouteRef, {
    sourcePath: pathname,
  });
  return route?.() ?? 'ml-lens';
}
