import { reviewJourney } from './reviewJourney';
import { reviewOverview } from './reviewOverview';
import { reviewQuestions } from './reviewQuestions';

export const review = {
  ...reviewOverview,
  ...reviewQuestions,
  ...reviewJourney,
};
