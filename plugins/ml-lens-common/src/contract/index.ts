import { historyRoutes } from './history';
import { lensRoutes } from './lenses';
import { reviewRoutes } from './reviews';
import { scorecardRoutes } from './scorecards';

export * from './history';
export * from './lenses';
export * from './reviews';
export * from './route';
export * from './scorecards';

/**
 * The whole HTTP API, by operation.
 * @public
 */
export const mlLensRoutes = {
  ...lensRoutes,
  ...reviewRoutes,
  ...scorecardRoutes,
  ...historyRoutes,
};
/** @public */
export type MlLensRoutes = typeof mlLensRoutes;
/** @public */
export type OperationId = keyof MlLensRoutes;
