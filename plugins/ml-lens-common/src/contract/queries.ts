import { orgRoutes } from './org';
import { orgTimelineRoutes } from './orgTimeline';
import { asPost, type RouteDefinition } from './route';
import { scorecardRoutes } from './scorecards';

/** Queries of the organisation with their filters in the body. */
export const queryRoutes = {
  postQueryScorecards: asPost(scorecardRoutes.queryScorecards),
  postSummary: asPost(scorecardRoutes.getSummary),
  postFacets: asPost(scorecardRoutes.getFacets),
  postHeatmap: asPost(orgRoutes.getHeatmap),
  postOrgTimeline: asPost(orgTimelineRoutes.getOrgTimeline),
  postGaps: asPost(orgRoutes.getGaps),
  postTrend: asPost(orgRoutes.getTrend),
  postMovers: asPost(orgRoutes.getMovers),
  postExportScorecards: asPost(orgRoutes.exportScorecards),
};

/** The POST of the operation that reads from this path, where it has one. */
export function postOf(path: string): RouteDefinition | undefined {
  const routes: RouteDefinition[] = Object.values(queryRoutes);
  return routes.find(route => route.path === path);
}
