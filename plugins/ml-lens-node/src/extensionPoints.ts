// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * A lens that comes with a module rather than by import.
 *
 * @public
 */
export interface MlLensLensSource {
  /**
   * Where it comes from, e.g. a package and file name; named in the report for
   * administrators when the document cannot be used.
   */
  target: string;
  /**
   * The lens document: AWS custom lens JSON, or the ML Lens superset in JSON or
   * YAML.
   */
  text: string;
}

/**
 * Where modules of the `ml-lens` plugin add lenses.
 *
 * @public
 */
export interface MlLensLensesExtensionPoint {
  /**
   * Adds lenses that are published when the backend starts. A document that
   * cannot be used is reported to administrators and never stops the start. A
   * changed document needs a new version.
   */
  addLenses(...lenses: MlLensLensSource[]): void;
}

/**
 * Lets a module bring lenses of its own.
 *
 * @public
 */
export const mlLensLensesExtensionPoint =
  createExtensionPoint<MlLensLensesExtensionPoint>({ id: 'ml-lens.lenses' });
