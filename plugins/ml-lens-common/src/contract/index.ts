import { evidenceRoutes } from './evidence';
import { historyRoutes } from './history';
import { improvementRoutes } from './improvements';
import { inboxRoutes } from './inbox';
import { lensReportRoutes } from './lensReports';
import { lensRoutes } from './lenses';
import { linkRoutes } from './links';
import { milestoneRoutes } from './milestones';
import { orgRoutes } from './org';
import { queryRoutes } from './queries';
import { reviewRoutes } from './reviews';
import { savedViewRoutes } from './savedViews';
import { scorecardRoutes } from './scorecards';
import { targetRoutes } from './targets';
import { upgradeRoutes } from './upgrades';
import { waiverRoutes } from './waivers';

export * from './evidence';
export * from './history';
export * from './improvements';
export * from './inbox';
export * from './lensReports';
export * from './lenses';
export * from './links';
export * from './milestones';
export * from './org';
export * from './queries';
export * from './reviews';
export * from './route';
export * from './savedViews';
export * from './scorecards';
export * from './targets';
export * from './upgrades';
export * from './waivers';

/**
 * The whole HTTP API, by operation.
 * @public
 */
export const mlLensRoutes = {
  ...lensRoutes,
  ...lensReportRoutes,
  ...reviewRoutes,
  ...linkRoutes,
  ...milestoneRoutes,
  ...upgradeRoutes,
  ...improvementRoutes,
  ...waiverRoutes,
  ...evidenceRoutes,
  ...scorecardRoutes,
  ...orgRoutes,
  ...queryRoutes,
  ...targetRoutes,
  ...inboxRoutes,
  ...savedViewRoutes,
  ...historyRoutes,
};
/** @public */
export type MlLensRoutes = typeof mlLensRoutes;
/** @public */
export type OperationId = keyof MlLensRoutes;
