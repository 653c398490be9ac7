import { reviewJourney } from './reviewJourney';
import { reviewLinks } from './reviewLinks';
import { reviewOverview } from './reviewOverview';
import { reviewPlan } from './reviewPlan';
import { reviewQuestions } from './reviewQuestions';

export const review = {
  ...reviewLinks,
  ...reviewOverview,
  ...reviewQuestions,
  ...reviewJourney,
  ...reviewPlan,
};
