// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { RepositoryFixture } from './repositories';

/** A repository in files of our own, laid out as a public one. */
export interface PublicLayout extends RepositoryFixture {
  /** What is found and not in place, or not to be told from there. */
  wrong: string[];
}
