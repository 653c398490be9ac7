import { historyRoutes } from './history';
import { improvementRoutes } from './improvements';
import { lensRoutes } from './lenses';
import { milestoneRoutes } from './milestones';
import { reviewRoutes } from './reviews';
import { scorecardRoutes } from './scorecards';
import { upgradeRoutes } from './upgrades';

export * from './history';
export * from './improvements';
export * from './lenses';
export * from './milestones';
export * from './reviews';
export * from './route';
export * from './scorecards';
export * from './upgrades';

/**
 * The whole HTTP API, by operation.
 * @public
 */
export const mlLensRoutes = {
  ...lensRoutes,
  ...reviewRoutes,
  ...milestoneRoutes,
  ...upgradeRoutes,
  ...improvementRoutes,
  ...scorecardRoutes,
  ...historyRoutes,
};
/** @public */
export type MlLensRoutes = typeof mlLensRoutes;
/** @public */
export type OperationId = keyof MlLensRoutes;
