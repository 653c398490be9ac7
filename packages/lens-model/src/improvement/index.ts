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
