import { evidenceRoutes } from './evidence';
import { historyRoutes } from './history';
import { improvementRoutes } from './improvements';
import { lensRoutes } from './lenses';
import { milestoneRoutes } from './milestones';
import { orgRoutes } from './org';
import { reviewRoutes } from './reviews';
import { scorecardRoutes } from './scorecards';
import { upgradeRoutes } from './upgrades';
import { waiverRoutes } from './waivers';

export * from './evidence';
export * from './history';
export * from './improvements';
export * from './lenses';
export * from './milestones';
export * from './nulCharacter';
export * from './org';
export * from './reviews';
export * from './route';
export * from './scorecards';
export * from './times';
export * from './upgrades';
export * from './waivers';

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
  ...waiverRoutes,
  ...evidenceRoutes,
  ...scorecardRoutes,
  ...orgRoutes,
  ...historyRoutes,
};
/** @public */
export type MlLensRoutes = typeof mlLensRoutes;
/** @public */
export type OperationId = keyof MlLensRoutes;
