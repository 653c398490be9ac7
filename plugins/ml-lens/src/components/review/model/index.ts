// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export type { QuestionSave } from './AnswerSaver';
export { saveReason } from './saveErrors';
export {
  type AnswerChange,
  DeferredReview,
  type ReviewFrame,
  type ReviewState,
  useIsUnsaved,
  useReview,
  useReviewFrame,
  useSave,
} from './ReviewContext';
export { ReviewProvider } from './ReviewProvider';
export { OF_ONE_LENS, type ReviewUrl, useReviewUrl } from './useReviewUrl';
export { useLevels } from './useLevels';
export { useLiveReview } from './useLiveReview';
export { usePublishedLenses } from './usePublishedLenses';
export { useReviewMutation, useReviewPath } from './useReviewMutation';
