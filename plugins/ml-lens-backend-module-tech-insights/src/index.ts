// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Shows facts of Tech Insights as evidence beside the answers of ML Lens.
 *
 * @packageDocumentation
 */

export { techInsightsEvidenceModule as default } from './module';
