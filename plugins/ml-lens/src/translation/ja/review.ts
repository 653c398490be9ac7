import type { review as en } from '../en/review';
import { reviewOverview } from './reviewOverview';
import { reviewQuestions } from './reviewQuestions';

export const review: typeof en = { ...reviewOverview, ...reviewQuestions };
