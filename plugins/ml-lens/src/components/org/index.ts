// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { ComparePage } from './compare/ComparePage';
export { EntityOrganisation } from './entity/EntityOrganisation';
export { GapsPage } from './gaps/GapsPage';
export { OrgTimelinePage } from './timeline/OrgTimelinePage';
export { HeatmapPage } from './heatmap/HeatmapPage';
export { InboxPage } from './inbox/InboxPage';
export { OverviewPage } from './overview/OverviewPage';
export { PlanPage } from './plan/PlanPage';
export { RollupPage } from './RollupPage';
export { TargetsForWorkload } from '../targets/TargetsForWorkload';
export { TargetsPage } from './targets/TargetsPage';
export { TrendPage } from './trend/TrendPage';
export { WorkloadsPage } from './WorkloadsPage';
