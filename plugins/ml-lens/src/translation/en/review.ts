// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { reviewJourney } from './reviewJourney';
import { reviewLinks } from './reviewLinks';
import { reviewModels } from './reviewModels';
import { reviewOverview } from './reviewOverview';
import { reviewPlan } from './reviewPlan';
import { reviewProposals } from './reviewProposals';
import { reviewQuestions } from './reviewQuestions';

export const review = {
  ...reviewLinks,
  ...reviewModels,
  ...reviewOverview,
  ...reviewQuestions,
  ...reviewJourney,
  ...reviewPlan,
  ...reviewProposals,
};
