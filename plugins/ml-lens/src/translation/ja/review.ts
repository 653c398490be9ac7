// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { review as en } from '../en/review';
import { reviewJourney } from './reviewJourney';
import { reviewLinks } from './reviewLinks';
import { reviewModels } from './reviewModels';
import { reviewOverview } from './reviewOverview';
import { reviewPlan } from './reviewPlan';
import { reviewProposals } from './reviewProposals';
import { reviewQuestions } from './reviewQuestions';

export const review: typeof en = {
  ...reviewLinks,
  ...reviewModels,
  ...reviewOverview,
  ...reviewQuestions,
  ...reviewJourney,
  ...reviewPlan,
  ...reviewProposals,
};
