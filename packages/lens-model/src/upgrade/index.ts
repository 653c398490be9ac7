export { lensMappingSchema, planMapping } from './mapping';
export type { LensMapping, MappedPractice } from './mapping';
export { planUpgrade, type UpgradePlan } from './planUpgrade';
