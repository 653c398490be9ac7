export { ReportedEvidence } from './evidence/ReportedEvidence';
export { PlanView } from './PlanView';
export { UpgradeBanner } from './upgrade/UpgradeBanner';
export { UpgradeMenu } from './upgrade/UpgradeMenu';
export { AcceptedMark } from './waivers/AcceptedMark';
export { WaiverPanel } from './waivers/WaiverPanel';
