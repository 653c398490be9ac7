export {
  mlLensConditions,
  createMlLensConditionalDecision,
} from './conditions';
export { mlLensWorkloadResourceRef } from './resource';
export type { MlLensWorkloadFilter, MlLensWorkloadResource } from './resource';
export { mlLensWorkloadRules } from './rules';
