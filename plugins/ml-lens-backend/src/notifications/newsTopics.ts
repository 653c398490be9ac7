// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** What people are told of; each can be muted as `ml-lens.<topic>`. */
export const NEWS_TOPICS = [
  'waiver-asked',
  'waiver-decided',
  'waiver-ending',
  'assigned',
  'phase-late',
  'target-behind',
  'got-worse',
  'link-pending',
  'lens-version',
  'gate-asked',
  'gate-decided',
] as const;
export type NewsTopic = (typeof NEWS_TOPICS)[number];
