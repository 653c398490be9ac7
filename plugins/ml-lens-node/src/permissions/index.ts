// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export {
  mlLensConditions,
  createMlLensConditionalDecision,
} from './conditions';
export { mlLensWorkloadResourceRef } from './resource';
export type { MlLensWorkloadFilter, MlLensWorkloadResource } from './resource';
export { mlLensWorkloadRules } from './rules';
