// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What was planned for phases beside what happened.
 *
 * @packageDocumentation
 */
export { iterationDays, slipOf, type PhaseSlip } from './timeline/pace';
