// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Gates: where somebody says that the work may go on.
 *
 * @packageDocumentation
 */
export {
  evaluateGate,
  GATE_REQUIREMENTS,
  gatesOf,
  type GateFacts,
  type GateRequirement,
} from './gates/evaluate';
export type { LensGate } from './lens/document';
