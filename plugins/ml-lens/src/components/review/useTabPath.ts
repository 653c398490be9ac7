import { entityContentRouteRef } from '../../routes';
import { useMountedPath } from '../shared/useMountedPath';

/** Path of the tab of the entity that is shown. */
export function useTabPath(): string {
  return useMountedPath()(entityContentRouteRef, 'ml-lens');
}
