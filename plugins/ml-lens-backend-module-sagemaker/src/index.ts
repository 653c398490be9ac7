// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Shows model packages, endpoints and monitoring of Amazon SageMaker beside the
 * answers of ML Lens.
 *
 * @packageDocumentation
 */

export { sagemakerModelsModule as default } from './module';
