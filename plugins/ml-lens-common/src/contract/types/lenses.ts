// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensDocument } from '@ml-lens/lens-model';

/**
 * Where a version of a lens is in its life.
 * @public
 */
export type LensStatus = 'DRAFT' | 'PUBLISHED' | 'ARCHIVED';

/**
 * One version of a lens.
 * @public
 */
export interface LensVersion {
  version: string;
  status: LensStatus;
  /** Whether reviewers must look again after the version before. */
  isMajor: boolean;
  origin: 'builtin' | 'config' | 'import';
  counts: { pillars: number; questions: number; choices: number };
  createdAt: string;
  createdBy: string;
  publishedAt: string | null;
  archivedAt: string | null;
}

/**
 * A lens as its latest visible version has it, with its versions and use.
 * @public
 */
export interface LensListItem extends LensVersion {
  id: string;
  name: string;
  description: string;
  versions: LensVersion[];
  usage: {
    workloads: number;
    meanScore: number | null;
    meanCoverage: number | null;
  };
  /** Names in other languages, by language. */
  names: Record<string, string>;
  /** Descriptions in other languages, by language. */
  descriptions: Record<string, string>;
}

/**
 * A lens document with the facts of its version.
 * @public
 */
export interface LensDefinition extends LensDocument, LensVersion {
  id: string;
  version: string;
}

/**
 * What became of one review of a rebuild.
 * @public
 */
export interface RebuildLine {
  /** `workload id/lens id`. */
  review: string;
  /** Whether its rows were not what its events say. */
  differed: boolean;
  /** Where it could not be rebuilt: nothing was changed. */
  error?: { name: string; message: string };
}
