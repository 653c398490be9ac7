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
 * Gates: where somebody says that the work may go on.
 *
 * @packageDocumentation
 */
export {
  evaluateGate,
  GATE_REQUIREMENTS,
  gatesOf,
  practiceOf,
  type GateFacts,
  type GateRequirement,
} from './gates/evaluate';
export type { LensGate } from './lens/document';
