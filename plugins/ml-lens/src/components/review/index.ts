export { EntityReviewContent } from './EntityReviewContent';
