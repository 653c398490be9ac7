// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export {
  LENS_LIMITS,
  type LensChoice,
  type LensDocument,
  type LensLevel,
  type LensPhase,
  type LensPillar,
  type LensQuestion,
  type LensResource,
  type LensRiskRule,
  type LensService,
  type LensStackLayer,
  type PracticeRiskLevel,
} from './document';
export { analyzeQuestion, type RuleFinding } from './analyze';
export { countLens, isNoneOfThese } from './choices';
export {
  compileLens,
  type CompiledLens,
  type CompiledQuestion,
} from './compile';
export {
  defaultLensId,
  defaultLensVersion,
  LENS_ID_PATTERN,
  LENS_VERSION_PATTERN,
} from './identity';
export type { LensDiff } from './LensDiff';
export type { LensProblem } from './LensProblem';
export type { ParsedLens } from './ParsedLens';
export { parseLens } from './parse';
export { LENS_PROBLEM_CODES, type LensProblemCode } from './problems';
export { localizeLens } from './localize';
export { exportLens } from './export';
export { diffLenses } from './diff';
export { lensJsonSchema } from './jsonSchema';
