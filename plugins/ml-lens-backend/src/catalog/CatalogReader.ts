// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  type EntityFilterQuery,
} from '@backstage/catalog-client';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { ML_LENS_ANNOTATIONS } from '@ml-lens/backstage-plugin-ml-lens-common';
import { createHash } from 'node:crypto';
import type { Deps } from '../deps';
import type { ParentEdge } from '../workloads/families';
import {
  FACT_FIELDS,
  FAMILY_FIELDS,
  ownDomainOf,
  ownerOf,
  parentEdgesOf,
  systemOf,
  type RelatedEntities,
} from './facts';

const PAGE = 500;
const LINKED = {
  [`metadata.annotations.${ML_LENS_ANNOTATIONS.workload}`]:
    CATALOG_FILTER_EXISTS,
};

/** The catalog gives an entity a new etag whenever anything of it changes. */
const IDENTITY_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.uid',
  'metadata.etag',
];

/** An entity as it is after its last edit, its relations included. */
export function editionOf(entity: Entity): string {
  const { uid, etag } = entity.metadata;
  return JSON.stringify([stringifyEntityRef(entity), uid, etag]);
}

/** Changes whenever an entity appears, goes or is edited; not with the order. */
export function fingerprintOf(editions: readonly string[]): string {
  const hash = createHash('sha256').update([...editions].sort().join());
  return `${editions.length}/${hash.digest('hex')}`;
}

/** Reads linked entities, and no more of them than is needed. */
export class CatalogReader {
  constructor(private readonly deps: Pick<Deps, 'auth' | 'catalog'>) {}

  /** Every linked entity, page by page. */
  linkedEntities(): AsyncGenerator<Entity[]> {
    return this.#pages(LINKED, FACT_FIELDS);
  }

  /**
   * What {@link fingerprintOf} says of the linked entities as they are now. A
   * request for every {@link PAGE} of them.
   */
  async fingerprint(): Promise<string> {
    const editions: string[] = [];
    for await (const page of this.#pages(LINKED, IDENTITY_FIELDS)) {
      editions.push(...page.map(editionOf));
    }
    return fingerprintOf(editions);
  }

  /** Which groups and domains lie below which others. */
  async families(): Promise<ParentEdge[]> {
    const edges: ParentEdge[] = [];
    const kinds = { kind: ['group', 'domain'] };
    for await (const page of this.#pages(kinds, FAMILY_FIELDS)) {
      edges.push(...page.flatMap(parentEdgesOf));
    }
    return edges;
  }

  /**
   * Entities page by page. With the plugin's own credentials, because the sync
   * works for everyone; what a caller may see of it is decided when they ask.
   */
  async *#pages(
    filter: EntityFilterQuery,
    fields: string[],
  ): AsyncGenerator<Entity[]> {
    yield* this.deps.catalog.streamEntities(
      { filter, fields, pageSize: PAGE },
      { credentials: await this.deps.auth.getOwnServiceCredentials() },
    );
  }

  /** One entity as the caller may see it. */
  async entity(
    ref: { kind: string; namespace: string; name: string },
    credentials: BackstageCredentials,
  ): Promise<Entity | undefined> {
    return await this.deps.catalog.getEntityByRef(ref, { credentials });
  }

  /**
   * Adds the owners and systems of entities to those already looked up; one
   * request for all of them.
   */
  async addRelated(
    entities: readonly Entity[],
    related: RelatedEntities,
  ): Promise<void> {
    const wanted = new Set<string>();
    for (const entity of entities) {
      for (const ref of [systemOf(entity), ownerOf(entity)]) {
        if (ref && !related.has(ref)) {
          wanted.add(ref);
        }
      }
    }
    if (wanted.size === 0) {
      return;
    }
    const entityRefs = [...wanted];
    const { items } = await this.deps.catalog.getEntitiesByRefs(
      {
        entityRefs,
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'spec.domain',
          'relations',
        ],
      },
      { credentials: await this.deps.auth.getOwnServiceCredentials() },
    );
    entityRefs.forEach((ref, index) => {
      const found = items[index];
      related.set(ref, found ? { domain: ownDomainOf(found) } : null);
    });
  }
}
