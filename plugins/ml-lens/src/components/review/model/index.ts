export type { QuestionSave, SaveStatus } from './AnswerSaver';
export {
  type AnswerChange,
  DeferredReview,
  type ReviewFrame,
  type ReviewState,
  useReview,
  useReviewFrame,
  useSave,
} from './ReviewContext';
export { ReviewProvider } from './ReviewProvider';
export { type ReviewUrl, useReviewUrl } from './useReviewUrl';
export { useLiveReview } from './useLiveReview';
