// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Answers that machines propose and people decide on.
 *
 * @packageDocumentation
 */

export * from './Proposal';
export * from './citations';
export * from './compare';
