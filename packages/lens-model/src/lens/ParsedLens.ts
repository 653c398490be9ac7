// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensDocument } from './document';
import type { LensProblem } from './LensProblem';

/**
 * What reading a lens gives.
 * @public
 */
export interface ParsedLens {
  /** The document exactly as written; only when there is no error. */
  document?: LensDocument;
  /** Why it cannot be used; empty when it can. */
  errors: LensProblem[];
  /** What is worth knowing though it can be used. */
  warnings: LensProblem[];
}
