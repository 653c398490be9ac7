// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundError } from '@backstage/errors';
import type {
  LensDefinition,
  LensStatus,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  compileLens,
  DEFAULT_LEVELS,
  type CompiledLens,
  type LensDocument,
  type LensLevel,
} from '@ml-lens/lens-model';
import { toLensVersion } from './lensRow';
import { type LensService, requireUsable } from './LensService';
import { type LensStore, noSuchVersion } from './LensStore';
import type { LensRow } from './rows';

/** Compiled versions kept in memory; a lens takes some hundred kilobytes. */
const CACHED_LENSES = 100;

/** {@link LensService} on the lens table. */
export class DefaultLensService implements LensService {
  /** By lens id and version. */
  readonly #compiled = new Map<string, CompiledLens>();

  constructor(
    private readonly deps: { store: LensStore; levels?: LensLevel[] },
  ) {}

  async compiled(lensId: string, version: string): Promise<CompiledLens> {
    const cached = this.compiledAlready(lensId, version);
    if (cached) {
      return cached;
    }
    const row = await this.deps.store.require(lensId, version);
    const lens = compileLens(JSON.parse(row.document), {
      id: lensId,
      version,
    });
    if (row.status !== 'DRAFT') {
      this.#remember(cacheKey(lensId, version), lens);
    }
    return lens;
  }

  compiledAlready(lensId: string, version: string): CompiledLens | undefined {
    return this.#compiled.get(cacheKey(lensId, version));
  }

  async latestPublished(lensId: string): Promise<CompiledLens | undefined> {
    const row = await this.deps.store.latestPublished(lensId);
    return row && (await this.compiled(lensId, row.version));
  }

  async definition(lensId: string, version?: string): Promise<LensDefinition> {
    return toDefinition(
      version === undefined
        ? await this.#latestRow(lensId)
        : await this.deps.store.require(lensId, version),
    );
  }

  async status(lensId: string, version: string): Promise<LensStatus> {
    // Without the document, which is long: every write asks.
    const status = await this.deps.store.status(lensId, version);
    if (!status) {
      throw noSuchVersion(lensId, version);
    }
    return status;
  }

  async newerVersion(lensId: string, version: string) {
    const published = (await this.deps.store.versions(lensId)).filter(
      row => row.status !== 'DRAFT',
    );
    const current = published.find(row => row.version === version);
    const latest = published.find(row => row.status === 'PUBLISHED');
    if (!current || !latest || latest.seq <= current.seq) {
      return null;
    }
    return {
      version: latest.version,
      isMajor: published.some(
        row =>
          row.seq > current.seq &&
          row.seq <= latest.seq &&
          Boolean(row.is_major),
      ),
    };
  }

  async requireUsable(lensId: string, version: string): Promise<void> {
    requireUsable(lensId, version, await this.status(lensId, version));
  }

  levels(lens?: CompiledLens): LensLevel[] {
    const own = lens?.document.levels;
    return own?.length ? own : this.deps.levels ?? DEFAULT_LEVELS;
  }

  /** Forgets a version whose wording changed. */
  forget(lensId: string, version: string): void {
    this.#compiled.delete(cacheKey(lensId, version));
  }

  async #latestRow(lensId: string): Promise<LensRow> {
    const latest = await this.deps.store.latestPublished(lensId);
    if (!latest) {
      throw new NotFoundError(
        `There is no published version of a lens '${lensId}'`,
      );
    }
    return await this.deps.store.require(lensId, latest.version);
  }

  #remember(key: string, lens: CompiledLens) {
    if (this.#compiled.size >= CACHED_LENSES) {
      const [oldest] = this.#compiled.keys();
      this.#compiled.delete(oldest);
    }
    this.#compiled.set(key, lens);
  }
}

function cacheKey(lensId: string, version: string): string {
  return JSON.stringify([lensId, version]);
}

function toDefinition(row: LensRow): LensDefinition {
  const document: LensDocument = JSON.parse(row.document);
  return { ...document, id: row.lens_id, ...toLensVersion(row) };
}
