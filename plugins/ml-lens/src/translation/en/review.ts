import { reviewJourney } from './reviewJourney';
import { reviewOverview } from './reviewOverview';
import { reviewPlan } from './reviewPlan';
import { reviewQuestions } from './reviewQuestions';

export const review = {
  ...reviewOverview,
  ...reviewQuestions,
  ...reviewJourney,
  ...reviewPlan,
};
