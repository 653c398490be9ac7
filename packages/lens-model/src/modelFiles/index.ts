// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Files that describe models: model cards, CycloneDX ML-BOMs, `MLmodel`.
 *
 * @packageDocumentation
 */

export * from './mlBom';
export * from './mlModel';
export * from './modelCard';
