// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { badgeRoutes } from './badges';
import { confirmationRoutes } from './confirmations';
import { conforming } from './conforming';
import { evidenceRoutes } from './evidence';
import { gateRoutes } from './gates';
import { groupReportRoutes } from './groupReports';
import { historyRoutes } from './history';
import { improvementRoutes } from './improvements';
import { inboxRoutes } from './inbox';
import { lensReportRoutes } from './lensReports';
import { lensRoutes } from './lenses';
import { linkRoutes } from './links';
import { modelRoutes } from './models';
import { milestoneRoutes } from './milestones';
import { orgRoutes } from './org';
import { orgTimelineRoutes } from './orgTimeline';
import { proposalRoutes } from './proposals';
import { queryRoutes } from './queries';
import { reviewRoutes } from './reviews';
import { savedViewRoutes } from './savedViews';
import { scorecardRoutes } from './scorecards';
import { targetRoutes } from './targets';
import { upgradeRoutes } from './upgrades';
import { waiverRoutes } from './waivers';

export const mlLensRoutes = conforming(
  {
    ...lensRoutes,
    ...lensReportRoutes,
    ...reviewRoutes,
    ...linkRoutes,
    ...modelRoutes,
    ...milestoneRoutes,
    ...upgradeRoutes,
    ...improvementRoutes,
    ...waiverRoutes,
    ...proposalRoutes,
    ...gateRoutes,
    ...confirmationRoutes,
    ...evidenceRoutes,
    ...badgeRoutes,
    ...scorecardRoutes,
    ...orgRoutes,
    ...orgTimelineRoutes,
    ...groupReportRoutes,
    ...queryRoutes,
    ...targetRoutes,
    ...inboxRoutes,
    ...savedViewRoutes,
    ...historyRoutes,
  },
  {},
);
