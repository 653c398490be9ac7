// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ML_LENS_ANNOTATIONS } from '@ml-lens/backstage-plugin-ml-lens-common';
import { type Clock, laterBy } from '../clock';
import { LRUCache } from 'lru-cache';
import { chunksOf } from '../database/sql';
import type { VisibilityStore } from './VisibilityStore';

const REF_FIELDS = ['kind', 'metadata.namespace', 'metadata.name'];
const PAGE = 500;
const TTL_MS = 60_000;

/** Ids that sets in memory have together, at most: some 50 MB. */
const MOST_IDS = 500_000;

/** Which workloads a caller may see because they may read an entity of them. */
export class CatalogVisibility {
  readonly #building = new Map<string, Promise<string>>();
  readonly #loaded = new LRUCache<string, ReadonlySet<string>>({
    maxSize: MOST_IDS,
    sizeCalculation: ids => 1 + ids.size,
  });

  constructor(
    private readonly deps: {
      clock: Clock;
      catalog: CatalogService;
      store: VisibilityStore;
      /** Changes whenever the links between entities and workloads do. */
      generation: () => Promise<number>;
    },
  ) {}

  /** The workloads of which the caller may read an entity, asked live. */
  async seenOf(
    workloadIds: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const seen = new Set<string>();
    let after: string | undefined;
    for (;;) {
      const links = await this.deps.store.linksOf(
        workloadIds.filter(id => !seen.has(id)),
        { after, limit: PAGE },
      );
      if (links.length === 0) {
        return seen;
      }
      const { items } = await this.deps.catalog.getEntitiesByRefs(
        { entityRefs: links.map(link => link.entityRef), fields: REF_FIELDS },
        { credentials },
      );
      links.forEach((link, index) => {
        if (items[index]) {
          seen.add(link.workloadId);
        }
      });
      after = links.at(-1)?.entityRef;
    }
  }

  /** Those of the entities that the caller may read, asked live. */
  async readable(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const found = new Set<string>();
    for (const refs of chunksOf(entityRefs, PAGE)) {
      const { items } = await this.deps.catalog.getEntitiesByRefs(
        { entityRefs: refs, fields: REF_FIELDS },
        { credentials },
      );
      refs.forEach((ref, index) => {
        if (items[index]) {
          found.add(ref);
        }
      });
    }
    return found;
  }

  /**
   * Sees to it that the viewer's set is in the database and at most a minute
   * old. Concurrent requests of a viewer share the work.
   *
   * @returns what the set is told from an earlier or later one by
   */
  async ensureSet(
    viewerKey: string,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const running = this.#building.get(viewerKey);
    if (running) {
      return await running;
    }
    const build = this.#refresh(viewerKey, credentials).finally(() =>
      this.#building.delete(viewerKey),
    );
    this.#building.set(viewerKey, build);
    return await build;
  }

  /**
   * The workloads of a viewer's set.
   *
   * @param set - what {@link CatalogVisibility.ensureSet} told it by
   */
  async loadSet(viewerKey: string, set: string): Promise<ReadonlySet<string>> {
    const key = `${viewerKey}/${set}`;
    const loaded = this.#loaded.get(key);
    if (loaded) {
      return loaded;
    }
    const ids = await this.deps.store.load(viewerKey);
    this.#loaded.set(key, ids);
    return ids;
  }

  /** Drops sets nobody has asked for in the last hour. */
  async dropExpired(): Promise<void> {
    await this.deps.store.dropExpired(laterBy(this.deps.clock(), -60 * TTL_MS));
  }

  async #refresh(
    viewerKey: string,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const generation = await this.deps.generation();
    const at = this.deps.clock();
    const fresh = await this.deps.store.findFresh(viewerKey, generation, at);
    if (fresh !== undefined) {
      return fresh;
    }
    const workloadIds = new Set<string>();
    const pages = this.deps.catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${ML_LENS_ANNOTATIONS.workload}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: REF_FIELDS,
        pageSize: PAGE,
      },
      { credentials },
    );
    for await (const page of pages) {
      const refs = page.map(entity => stringifyEntityRef(entity));
      for (const id of await this.deps.store.workloadsOf(refs)) {
        workloadIds.add(id);
      }
    }
    const expiresAt = laterBy(at, TTL_MS);
    await this.deps.store.save(viewerKey, workloadIds, generation, expiresAt);
    return expiresAt;
  }
}
