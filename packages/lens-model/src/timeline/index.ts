// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { phaseStatesOf, phaseStatusOf, reviewStandings } from './phases';
export { applyEvent, replay } from './reducer';
export {
  initialReviewState,
  type AnswerRecord,
  type ReviewState,
} from './state';
