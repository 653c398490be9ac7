// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Shows model cards, ML-BOMs and MLflow models in repositories beside the answers
 * of ML Lens.
 *
 * @packageDocumentation
 */

export { modelFilesModule as default } from './module';
