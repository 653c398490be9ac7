export { planMapping, type LensMapping } from './mapping';
export { planUpgrade, type UpgradePlan } from './planUpgrade';
