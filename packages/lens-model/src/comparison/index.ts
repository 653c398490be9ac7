export type { ReviewChanges } from './ReviewChanges';
export { diffReviews } from './diffReviews';
