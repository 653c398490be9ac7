// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { AssigneePicker } from './AssigneePicker';
export { ReportedEvidence } from './evidence/ReportedEvidence';
export { PLAN_STATUSES } from './planModel';
export { PlanView } from './PlanView';
export { PracticePlan } from './PracticePlan';
export { UpgradeBanner } from './upgrade/UpgradeBanner';
export { UpgradeMenu } from './upgrade/UpgradeMenu';
export { AcceptedMark } from './waivers/WaiverItem';
export { WaiverPanel } from './waivers/WaiverPanel';
