export * from './ReviewChanges';
export { diffReviews, type ReviewSide } from './diffReviews';
