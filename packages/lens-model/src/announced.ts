// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Practices that a lens announces: shown at once, counted from a day on.
 *
 * @packageDocumentation
 */
export {
  announcedOf,
  countingDaysOf,
  lensAt,
  type AnnouncedPractice,
} from './lens/announced';
