/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { EntityLinkStore } from '../workloads/EntityLinkStore';
import type { CatalogReader } from './CatalogReader';

/** Asks for a sync now; false when one is running already or none can. */
export type RequestSync = () => Promise<boolean>;

/**
 * Notices that linked entities are not what the last sync saw: new, gone, or
 * edited ones, so that none of them waits for the next full sync.
 */
export class CatalogWatch {
  #asked: string | undefined;

  constructor(
    private readonly deps: {
      reader: Pick<CatalogReader, 'fingerprint'>;
      links: Pick<EntityLinkStore, 'seenCatalog'>;
      requestSync: RequestSync;
    },
  ) {}

  /** Looks once, and asks for a sync where there is something to see. */
  async look(): Promise<void> {
    const [current, seen] = await Promise.all([
      this.deps.reader.fingerprint(),
      this.deps.links.seenCatalog(),
    ]);
    // Asked once for the same change: a sync that fails has its schedule.
    if (
      current !== seen &&
      current !== this.#asked &&
      (await this.deps.requestSync())
    ) {
      this.#asked = current;
    }
  }
}
