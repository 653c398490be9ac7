// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { chunksOf } from '../database/sql';
import type { Deps } from '../deps';
import type { LensStore } from '../lenses/LensStore';
import { lockReviewsOf, type PublishedLenses } from '../reviews/ensureReviews';
import type { EntityLink, EntityLinks } from '../workloads/EntityLinks';
import type { LinkPolicy } from '../workloads/membership';
import { believedAt, decideRemoval } from '../workloads/removal';
import { saveModelClaims } from '../workloads/saveModelClaims';
import { saveFamilies } from '../workloads/FamilyStore';
import { type CatalogReader, editionOf, fingerprintOf } from './CatalogReader';
import { isLinked, toWorkloadEntity, type RelatedEntities } from './facts';
import { linkProblem } from '../workloads/linkProblems';
import { type LensFacts, membersOf, toWorkloadRecord } from './workloadRecord';

/**
 * Entities looked at in one transaction. Each can be of two workloads, the one
 * it was linked to and the one it is: 200 are made anew at most.
 */
const ENTITIES_PER_STEP = 100;

/** What was seen of a catalog that is to be looked at again. */
const UNSETTLED = 'unsettled';

/** Creates the missing reviews of workloads within a transaction. */
export type EnsureReviews = (
  tx: Knex.Transaction,
  published: PublishedLenses,
  workloadIds: Iterable<string>,
  at: string,
) => Promise<void>;

/** The lenses as they are when a sync step begins. */
interface LensState {
  facts: LensFacts;
  /** Changes when a lens appears or goes, or the default lenses change. */
  salt: string;
  /** To be asked before a transaction: it may read the database. */
  published(): Promise<PublishedLenses>;
}

/** What a sync did. */
export interface SyncResult {
  entities: number;
  changedWorkloads: number;
}

/** Keeps workloads in step with the entities that link to them. */
export class WorkloadSync implements EntityLinks {
  constructor(
    private readonly deps: Pick<
      Deps,
      'clock' | 'lenses' | 'logger' | 'workloads'
    > & {
      reader: CatalogReader;
      lensStore: LensStore;
      ensureReviews: EnsureReviews;
      defaultLenses: readonly string[];
      linkPolicy: LinkPolicy;
      /** Share of the workloads above which a removal waits. */
      maxRemoved: number;
    },
  ) {}

  /**
   * Reads every linked entity, page by page, and makes the workloads of those
   * that changed anew. Workloads that lost their last entity become orphans.
   * Entities not seen are kept while too many of them are missing at once.
   * Stops between steps when the signal is aborted; the next sync takes up what
   * is left.
   */
  async syncAll(signal?: AbortSignal): Promise<SyncResult> {
    const started = performance.now();
    const syncId = await this.deps.workloads.links.nextSyncId();
    // Before the entities are read: what changes meanwhile is seen as new.
    const lenses = await this.#lensState();
    const editions: string[] = [];
    const related: RelatedEntities = new Map();
    const anew = new Set<string>();
    let changedWorkloads = 0;
    for await (const page of this.deps.reader.linkedEntities()) {
      signal?.throwIfAborted();
      editions.push(...page.map(editionOf));
      changedWorkloads += await this.#syncPage(page, {
        syncId,
        related,
        lenses,
        anew,
        signal,
      });
    }
    const families = await this.deps.reader.families();
    const mayRemove = await this.#mayRemove(syncId);
    if (mayRemove) {
      // A catalog that is not believed has no believable groups either.
      await this.deps.workloads.transaction(tx => saveFamilies(tx, families));
      changedWorkloads += await this.#removeUnseen(syncId, lenses, signal);
      await this.deps.workloads.removals.settle();
    }
    await this.deps.workloads.transaction(tx =>
      this.deps.workloads.links.rememberCatalog(
        tx,
        mayRemove ? seenAs(fingerprintOf(editions), lenses) : UNSETTLED,
      ),
    );
    this.deps.logger.info(
      `Read ${editions.length} linked entities, ${changedWorkloads} workloads changed`,
      { durationMs: Math.round(performance.now() - started) },
    );
    return { entities: editions.length, changedWorkloads };
  }

  /**
   * Changes whenever a sync would find something to do: linked entities are
   * not what they were, or lenses.
   */
  async fingerprint(): Promise<string> {
    const lenses = await this.#lensState();
    return seenAs(await this.deps.reader.fingerprint(), lenses);
  }

  /** {@inheritdoc EntityLinks.resolve} */
  async resolve(
    ref: { kind: string; namespace: string; name: string },
    credentials: BackstageCredentials,
  ): Promise<EntityLink> {
    const name = `${ref.kind}:${ref.namespace}/${ref.name}`;
    const entity = await this.deps.reader.entity(ref, credentials);
    if (!entity) {
      throw new NotFoundError(`There is no entity ${name}`);
    }
    const entityRef = stringifyEntityRef(entity);
    if (!isLinked(entity)) {
      await this.#unlink(entityRef);
      throw new NotFoundError(`The entity ${name} is not linked to a workload`);
    }
    const link = await this.#refresh(entity);
    const workload =
      link.workloadId === null
        ? undefined
        : await this.deps.workloads.workload(link.workloadId);
    return {
      ...link,
      problems: [...link.problems, ...(workload?.problems ?? [])],
    };
  }

  /** {@inheritdoc EntityLinks.changeMembers} */
  async changeMembers(
    workloadId: string,
    change: (tx: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    const lenses = await this.#lensState();
    const { clock, workloads } = this.deps;
    await this.#renewed(lenses, async tx => {
      await workloads.memberships.lock(tx, [workloadId], clock());
      await change(tx);
      return [workloadId];
    });
  }

  async #refresh(entity: Entity): Promise<EntityLink> {
    const lenses = await this.#lensState();
    const related: RelatedEntities = new Map();
    await this.deps.reader.addRelated([entity], related);
    const linked = toWorkloadEntity(entity, related, lenses.salt);
    const { links } = this.deps.workloads;
    const known = await links.entity(linked.entityRef);
    if (known?.factsHash !== linked.factsHash) {
      const syncId = await links.nextSyncId();
      await this.#renewed(lenses, tx =>
        links.upsertEntities(tx, [linked], syncId),
      );
    }
    const { entityRef, workloadId, problems } = linked;
    const stored = await links.entity(entityRef);
    const problem = linkProblem(stored);
    return problem
      ? {
          entityRef,
          workloadId: null,
          namedWorkloadId: workloadId,
          problems: [...problems, problem],
        }
      : { entityRef, workloadId, problems };
  }

  async #unlink(entityRef: string) {
    const { links } = this.deps.workloads;
    if (await links.entity(entityRef)) {
      await this.#renewed(await this.#lensState(), tx =>
        links.removeEntities(tx, [entityRef]),
      );
    }
  }

  /** Whether what the sync did not see is gone, as far as can be told. */
  async #mayRemove(syncId: string): Promise<boolean> {
    const { clock, logger, maxRemoved, workloads } = this.deps;
    const seen = await workloads.removals.missing(syncId);
    const before = await workloads.removals.held();
    const decision = decideRemoval(seen, before, { maxRemoved, at: clock() });
    if (decision.remove) {
      return true;
    }
    const { held } = decision;
    if (held !== before) {
      await workloads.removals.hold(held);
      logger.error(
        `The catalog has no entity any more of ${seen.missing} of ${
          seen.of
        } workloads. They are kept until ${believedAt(
          held,
        )}, or until an administrator says that it is right`,
      );
    }
    return false;
  }

  async #removeUnseen(
    syncId: string,
    lenses: LensState,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    const { links } = this.deps.workloads;
    const last = { entities: 0 };
    let changed = 0;
    do {
      signal?.throwIfAborted();
      changed += await this.#renewed(lenses, async tx => {
        const step = await links.removeUnseen(tx, syncId, ENTITIES_PER_STEP);
        last.entities = step.entities;
        return step.workloadIds;
      });
    } while (last.entities > 0);
    return changed;
  }

  async #syncPage(
    page: Entity[],
    run: {
      syncId: string;
      related: RelatedEntities;
      lenses: LensState;
      anew: Set<string>;
      signal: AbortSignal | undefined;
    },
  ): Promise<number> {
    const { syncId, related, lenses, anew, signal } = run;
    await this.deps.reader.addRelated(page, related);
    const linked = page
      .filter(isLinked)
      .map(entity => toWorkloadEntity(entity, related, lenses.salt));
    const { links } = this.deps.workloads;
    let changed = 0;
    for (const step of chunksOf(linked, ENTITIES_PER_STEP)) {
      signal?.throwIfAborted();
      changed += await this.#renewed(
        lenses,
        tx => links.upsertEntities(tx, step, syncId),
        anew,
      );
    }
    return changed;
  }

  /**
   * Changes entities and makes workloads anew from those they have then, in one
   * transaction, so that a sync that is cut short leaves nothing the next one
   * would overlook.
   *
   * @param change - gives the workloads to make anew
   * @param anew - workloads that a full sync sees for the first time, added to
   * as they are met: their primary is chosen among all pages
   * @returns how many these are
   */
  async #renewed(
    lenses: LensState,
    change: (tx: Knex.Transaction) => Promise<Iterable<string>>,
    anew?: Set<string>,
  ): Promise<number> {
    const { clock, ensureReviews, linkPolicy: policy, workloads } = this.deps;
    const published = await lenses.published();
    return await workloads.transaction(async tx => {
      const ids = [...(await change(tx))].sort();
      const at = clock();
      if (ids.length === 0) {
        return 0;
      }
      // Reviews before their scorecards, as everybody who answers.
      await workloads.memberships.lock(tx, ids, at);
      await lockReviewsOf(tx, ids);
      const entities = await workloads.links.entitiesOf(ids, tx);
      const { memberships, firstSeen } = await workloads.memberships.decide(
        tx,
        entities,
        { policy, at, anew },
      );
      firstSeen.forEach(id => anew?.add(id));
      const members = new Map(
        ids.flatMap(id => {
          const own = membersOf(entities.get(id), memberships.get(id));
          return own ? [[id, own] as const] : [];
        }),
      );
      const records = [...members].map(([id, own]) =>
        toWorkloadRecord(id, own, lenses.facts),
      );
      const orphaned = ids.filter(id => !members.has(id));
      await workloads.markOrphaned(tx, orphaned, at);
      await workloads.saveWorkloads(tx, records, at);
      await saveModelClaims(tx, members, at);
      await ensureReviews(tx, published, [...members.keys()], at);
      return ids.length;
    });
  }

  async #lensState(): Promise<LensState> {
    const versions = await this.deps.lensStore.publishedVersions();
    return {
      facts: {
        defaultLenses: this.deps.defaultLenses,
        publishedLensIds: new Set(versions.keys()),
      },
      salt: JSON.stringify([
        this.deps.defaultLenses,
        [...versions],
        this.deps.linkPolicy,
      ]),
      published: async () => {
        const compiled = await Promise.all(
          [...versions].map(([id, version]) =>
            this.deps.lenses.compiled(id, version),
          ),
        );
        return {
          lenses: new Map(compiled.map(lens => [lens.id, lens])),
          levels: lens => this.deps.lenses.levels(lens),
        };
      },
    };
  }
}

/** What a sync has seen: entities, and the lenses that go with them. */
function seenAs(entities: string, { salt }: LensState): string {
  return `${entities}/${createHash('sha256').update(salt).digest('hex')}`;
}
