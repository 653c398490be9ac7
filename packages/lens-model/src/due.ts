/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
