export { diffReviews, type ReviewSide } from './diffReviews';
