export {
  planImprovements,
  simulatePractices,
  type PlannedPractice,
  type PracticeRef,
} from './plan';
