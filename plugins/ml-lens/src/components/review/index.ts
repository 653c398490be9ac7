export { EntityReviewContent } from './EntityReviewContent';
export { EntityScorecardCard } from './EntityScorecardCard';
