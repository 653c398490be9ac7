// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LinkState } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { WorkloadEntity } from './entities';

/**
 * States of entities that belong to their workload: they give sight of it and
 * count as part of it.
 */
export const MEMBER_STATES: readonly LinkState[] = ['PRIMARY', 'JOINED'];

/** Who joins without being asked: see `mlLens.links`. */
export type LinkPolicy = 'sameOwner' | 'anyEntity';

/** What is remembered of an entity's link, also while the entity is gone. */
export interface KnownLink {
  entityRef: string;
  /**
   * `PRIMARY`: established, by the rule or by a person; `JOINED`: by its owner;
   * `ALLOWED` and `REFUSED`: by a person.
   */
  decision: 'PRIMARY' | 'JOINED' | 'ALLOWED' | 'REFUSED';
  /** Owner of the entity at that time; the link counts for this owner only. */
  owner: string | null;
  /** Who decided; null for the rule. */
  by: string | null;
  at: string;
}

/** The primary a workload has had so far. */
export interface EstablishedPrimary {
  entityRef: string;
  /** Its owner, and so that of the workload. */
  owner: string | null;
  /**
   * Since when it stands in for an earlier one; null where it was the first, or
   * a person chose it.
   */
  since: string | null;
}

/** Who belongs to a workload. */
export interface Membership {
  /** Undefined where nobody belongs to it: the workload is orphaned. */
  primary: WorkloadEntity | undefined;
  /** {@link EstablishedPrimary.since} of the primary. */
  since: string | null;
  /** Whether a person made it the primary, rather than the rule. */
  isChosen: boolean;
  /** By entity ref, for every entity given. */
  states: Map<string, LinkState>;
  /** Links to remember from now on, beside those known. */
  remember: KnownLink[];
}

/** Which kind stands for a workload when no entity says it does. */
const KIND_ORDER = ['system', 'component', 'resource', 'api'];

/**
 * How long an entity stands in for an earlier primary before the workload
 * follows it to another owner. Whoever can write an owner's name into a catalog
 * file could else join under that name, wait for the primary to be renamed, and
 * carry the workload off before the new name arrives.
 */
const STANDING_IN_MS = 24 * 60 * 60 * 1000;

/**
 * Decides which of the entities that name a workload belong to it. An
 * annotation alone lets nobody in: the established primary stays, entities of
 * its owner join it, and all others wait for a person.
 *
 * @param options - `entities`: every entity that names the workload;
 * `established`: undefined for a workload seen for the first time; `known`:
 * what is remembered of its links; `at`: now, as ISO 8601 in UTC
 */
export function membershipOf(options: {
  entities: readonly WorkloadEntity[];
  established: EstablishedPrimary | undefined;
  known: readonly KnownLink[];
  policy: LinkPolicy;
  at: string;
}): Membership {
  const { policy, at } = options;
  const known = new Map(options.known.map(link => [link.entityRef, link]));
  const eligible = options.entities.filter(
    ({ entityRef }) => known.get(entityRef)?.decision !== 'REFUSED',
  );
  const chosen = choosePrimary({ ...options, known, eligible });
  const states = new Map<string, LinkState>();
  const remember: KnownLink[] = [];
  for (const entity of options.entities) {
    const { entityRef } = entity;
    const { owner } = entity.facts;
    const link = known.get(entityRef);
    if (entityRef === chosen?.primary.entityRef) {
      states.set(entityRef, 'PRIMARY');
      if (chosen.since === null && !isPrimaryLink(link, owner)) {
        const by = link?.decision === 'PRIMARY' ? link.by : null;
        remember.push({ entityRef, decision: 'PRIMARY', owner, by, at });
      } else if (!counts(link, owner) && owner !== null) {
        remember.push({ entityRef, decision: 'JOINED', owner, by: null, at });
      }
    } else if (link?.decision === 'REFUSED') {
      states.set(entityRef, 'REFUSED');
    } else if (chosen && isSameOwner(owner, chosen.primary.facts.owner)) {
      states.set(entityRef, 'JOINED');
      if (!counts(link, owner)) {
        remember.push({ entityRef, decision: 'JOINED', owner, by: null, at });
      }
    } else {
      const joins = chosen && (policy === 'anyEntity' || counts(link, owner));
      states.set(entityRef, joins ? 'JOINED' : 'PENDING');
    }
  }
  return {
    primary: chosen?.primary,
    since: chosen?.since ?? null,
    isChosen: isChosen(known.get(chosen?.primary.entityRef ?? '')),
    states,
    remember,
  };
}

/**
 * The entity that stands for a workload: one that says so, else a System, then
 * Component, Resource, API, then any other; the first by entity ref.
 */
function primaryOf(entities: readonly WorkloadEntity[]): WorkloadEntity {
  return [...entities].sort(byOrder)[0];
}

interface Choice {
  primary: WorkloadEntity;
  since: string | null;
}

function choosePrimary(options: {
  eligible: readonly WorkloadEntity[];
  established: EstablishedPrimary | undefined;
  known: ReadonlyMap<string, KnownLink>;
  policy: LinkPolicy;
  at: string;
}): Choice | undefined {
  const { eligible, established, known, policy, at } = options;
  if (eligible.length === 0) {
    return undefined;
  }
  if (!established || policy === 'anyEntity') {
    return chooseFreely(options);
  }
  const current = eligible.find(
    ({ entityRef }) => entityRef === established.entityRef,
  );
  const others = eligible.filter(entity => entity !== current);
  const heirs = others.filter(
    ({ entityRef, facts }) =>
      isSameOwner(facts.owner, established.owner) ||
      counts(known.get(entityRef), facts.owner),
  );
  if (!current || !staysWith(current, established, heirs, options)) {
    const primary = firstHeir(heirs, established, known);
    return primary && { primary, since: at };
  }
  const stays = { primary: current, since: established.since };
  if (isChosen(known.get(current.entityRef))) {
    return stays;
  }
  const { owner } = current.facts;
  const former = heirs.find(({ entityRef, facts }) =>
    isPrimaryLink(known.get(entityRef), facts.owner),
  );
  const mayBeReplaced =
    !current.facts.primary || !isSameOwner(owner, former?.facts.owner ?? null);
  if (former && established.since !== null && mayBeReplaced) {
    return { primary: former, since: at };
  }
  const claims = current.facts.primary
    ? []
    : others.filter(
        ({ facts }) => facts.primary && isSameOwner(facts.owner, owner),
      );
  return claims.length > 0 ? { primary: primaryOf(claims), since: at } : stays;
}

/** The choice where annotations are trusted, or nothing is established yet. */
function chooseFreely(options: {
  eligible: readonly WorkloadEntity[];
  established: EstablishedPrimary | undefined;
  known: ReadonlyMap<string, KnownLink>;
}): Choice {
  const { eligible, established, known } = options;
  const current = eligible.find(
    ({ entityRef }) => entityRef === established?.entityRef,
  );
  const primary = primaryOf(eligible);
  const stays =
    current &&
    (isChosen(known.get(current.entityRef)) || !primary.facts.primary);
  return { primary: stays ? current : primary, since: null };
}

/**
 * Whether the workload stays with its primary. With an owner that changed, a
 * first primary takes the workload along. One that stands in for another does
 * so only after a while, and never past an entity that stays behind.
 */
function staysWith(
  current: WorkloadEntity,
  established: EstablishedPrimary,
  heirs: readonly WorkloadEntity[],
  options: { known: ReadonlyMap<string, KnownLink>; at: string },
): boolean {
  const { owner } = current.facts;
  const { since } = established;
  const link = options.known.get(current.entityRef);
  if (owner === established.owner || since === null) {
    return true;
  }
  if (link?.decision === 'ALLOWED' && counts(link, owner)) {
    return true;
  }
  return (
    heirs.length === 0 &&
    Date.parse(options.at) - Date.parse(since) >= STANDING_IN_MS
  );
}

/** The former primary first, then those of the same owner, then the others. */
function firstHeir(
  heirs: readonly WorkloadEntity[],
  established: EstablishedPrimary,
  known: ReadonlyMap<string, KnownLink>,
): WorkloadEntity | undefined {
  const rank = ({ entityRef, facts }: WorkloadEntity) => {
    if (isPrimaryLink(known.get(entityRef), facts.owner)) {
      return 0;
    }
    return isSameOwner(facts.owner, established.owner) ? 1 : 2;
  };
  return [...heirs].sort((a, b) => rank(a) - rank(b) || byOrder(a, b)).at(0);
}

/** Two entities without an owner have nobody in common. */
function isSameOwner(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

/** Whether a remembered link lets an entity of this owner belong. */
function counts(link: KnownLink | undefined, owner: string | null): boolean {
  if (!link || link.decision === 'REFUSED' || link.owner !== owner) {
    return false;
  }
  return owner !== null || link.by !== null;
}

/** Whether a link is that of a primary that a person chose. */
function isChosen(link: KnownLink | undefined): boolean {
  return link?.decision === 'PRIMARY' && link.by !== null;
}

function isPrimaryLink(
  link: KnownLink | undefined,
  owner: string | null,
): boolean {
  return link?.decision === 'PRIMARY' && link.owner === owner;
}

function byOrder(a: WorkloadEntity, b: WorkloadEntity): number {
  return (
    Number(b.facts.primary) - Number(a.facts.primary) ||
    kindRank(a) - kindRank(b) ||
    compare(a.entityRef, b.entityRef)
  );
}

function kindRank({ facts }: WorkloadEntity): number {
  const index = KIND_ORDER.indexOf(facts.kind);
  return index < 0 ? KIND_ORDER.length : index;
}

/** Orders texts by their characters, whatever the language. */
export function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
