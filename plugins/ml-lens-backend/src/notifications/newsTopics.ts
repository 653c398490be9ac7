/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */

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
