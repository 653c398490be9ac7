import type { review as en } from '../en/review';
import { reviewJourney } from './reviewJourney';
import { reviewOverview } from './reviewOverview';
import { reviewPlan } from './reviewPlan';
import { reviewQuestions } from './reviewQuestions';

export const review: typeof en = {
  ...reviewOverview,
  ...reviewQuestions,
  ...reviewJourney,
  ...reviewPlan,
};
