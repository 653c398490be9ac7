// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError } from '@backstage/errors';
import type {
  LensDefinition,
  LensStatus,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CompiledLens, LensLevel } from '@ml-lens/lens-model';

/**
 * Lenses as the rest of the backend reads them. Ask before opening a
 * transaction: the first use of a version reads the database, and SQLite has
 * one connection.
 */
export interface LensService {
  /**
   * A version compiled for scoring, whatever its status; cached, because a
   * published document never changes what it means.
   *
   * Throws NotFoundError when there is no such version.
   */
  compiled(lensId: string, version: string): Promise<CompiledLens>;

  /** What {@link LensService.compiled} gives, where it need not read for it. */
  compiledAlready(lensId: string, version: string): CompiledLens | undefined;

  /** The published version with the highest sequence number, if any. */
  latestPublished(lensId: string): Promise<CompiledLens | undefined>;

  /**
   * The full document with the facts of its version; the latest published one
   * unless told. Says nothing about who may see drafts.
   *
   * Throws NotFoundError when there is no such version.
   */
  definition(lensId: string, version?: string): Promise<LensDefinition>;

  /**
   * Status of a version.
   *
   * Throws NotFoundError when there is no such version.
   */
  status(lensId: string, version: string): Promise<LensStatus>;

  /**
   * The latest published version, where it is newer than the one given. Major
   * when anything published since then was: reviewers must look again.
   */
  newerVersion(
    lensId: string,
    version: string,
  ): Promise<{ version: string; isMajor: boolean } | null>;

  /** {@link requireUsable} for a version. */
  requireUsable(lensId: string, version: string): Promise<void>;

  /**
   * The ladder of maturity levels of a lens: the document's own, else the one
   * of the configuration, else the default.
   */
  levels(lens?: CompiledLens): LensLevel[];
}

/**
 * Throws ConflictError, in words for people, unless a version is published:
 * archived versions and drafts take no reviews and no answers.
 */
export function requireUsable(
  lensId: string,
  version: string,
  status: LensStatus,
): void {
  if (status === 'ARCHIVED') {
    throw new ConflictError(
      `Version ${version} of the lens ${lensId} is archived: its reviews can be read, but not changed`,
    );
  }
  if (status === 'DRAFT') {
    throw new ConflictError(
      `Version ${version} of the lens ${lensId} is a draft: publish it before reviewing with it`,
    );
  }
}
