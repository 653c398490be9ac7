// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What is due in the phase a review is in.
 *
 * @packageDocumentation
 */
export {
  becomesDue,
  currentPhaseOf,
  dueFromOf,
  isDue,
  progressOf,
} from './timeline/currentPhase';
export { levelFigures } from './scoring/levels';
export { readinessOf, type Readiness } from './scoring/readiness';
