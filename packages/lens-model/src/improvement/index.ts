export {
  nextPracticeOf,
  type NextPractice,
  planImprovements,
  simulatePractices,
  type PlannedPractice,
  type PracticeRef,
} from './plan';
export { practiceStatesOf, type PracticeState } from './practices';
export {
  improvementItemId,
  parseImprovementItemId,
  type ImprovementItem,
} from './itemId';
