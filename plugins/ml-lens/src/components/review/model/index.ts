export type { QuestionSave, SaveStatus } from './AnswerSaver';
export {
  DeferredReview,
  type ReviewModel,
  ReviewProvider,
  useReview,
} from './ReviewModel';
export { type ReviewUrl, useReviewUrl } from './useReviewUrl';
export { useLiveReview } from './useLiveReview';
