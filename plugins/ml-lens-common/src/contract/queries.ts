// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { groupReportRoutes } from './groupReports';
import { orgRoutes } from './org';
import { orgTimelineRoutes } from './orgTimeline';
import { asPost } from './route';
import { scorecardRoutes } from './scorecards';

/** Queries of the organisation with their filters in the body. */
export const queryRoutes = {
  postQueryScorecards: asPost(scorecardRoutes.queryScorecards),
  postSummary: asPost(scorecardRoutes.getSummary),
  postFacets: asPost(scorecardRoutes.getFacets),
  postHeatmap: asPost(orgRoutes.getHeatmap),
  postOrgTimeline: asPost(orgTimelineRoutes.getOrgTimeline),
  postGroupReports: asPost(groupReportRoutes.getGroupReports),
  postGaps: asPost(orgRoutes.getGaps),
  postTrend: asPost(orgRoutes.getTrend),
  postMovers: asPost(orgRoutes.getMovers),
  postExportScorecards: asPost(orgRoutes.exportScorecards),
};
