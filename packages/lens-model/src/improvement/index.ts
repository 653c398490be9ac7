// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export {
  nextPracticeOf,
  planImprovements,
  simulatePractices,
  type PlannedPractice,
} from './plan';
export { practiceStatesOf, type PracticeState } from './practices';
export {
  improvementItemId,
  parseImprovementItemId,
  type ImprovementItem,
} from './itemId';
