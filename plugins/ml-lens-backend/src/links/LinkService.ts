// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  type WorkloadLink,
  type WorkloadLinks,
  type MlLensResponse,
  type MlLensRequest,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { Deps } from '../deps';
import type { EntityLinks } from '../workloads/EntityLinks';
import { MEMBER_STATES } from '../workloads/membership';

const ORDER = ['PRIMARY', 'JOINED', 'PENDING', 'REFUSED'];

/** Who belongs to workloads, shown and decided. */
export class LinkService {
  constructor(
    private readonly deps: Pick<Deps, 'access' | 'clock' | 'workloads'> & {
      links: EntityLinks;
    },
  ) {}

  /**
   * The entities that name a workload. Callers who decide see all of them,
   * also those they may not read otherwise: whoever writes the annotation tells
   * them. Others see what belongs to the workload, as far as they may read it.
   */
  async links(
    workloadId: string,
    credentials: CallerCredentials,
  ): Promise<WorkloadLinks> {
    const { access, workloads } = this.deps;
    const [decide, manage, entities] = await Promise.all([
      access.mayDecideLinks(workloadId, credentials),
      access.mayManageLinks(credentials),
      workloads.links.entitiesOf([workloadId]),
    ]);
    const own = entities.get(workloadId) ?? [];
    const readable = await access.readableEntities(
      own.map(({ entityRef }) => entityRef),
      credentials,
    );
    const decisions = await workloads.memberships.decisions(workloadId);
    const items = own
      .filter(
        ({ entityRef, state }) =>
          decide || (readable.has(entityRef) && MEMBER_STATES.includes(state)),
      )
      .map(({ entityRef, facts, state }): WorkloadLink => {
        const link = decisions.get(entityRef);
        const decided = link && link.by !== null && link.owner === facts.owner;
        return {
          entityRef,
          ...(readable.has(entityRef) && { title: facts.title }),
          owner: facts.owner,
          state,
          primaryAnnotation: facts.primary,
          ...(decide &&
            (decided || state === 'REFUSED') &&
            link?.by && { decidedBy: link.by, decidedAt: link.at }),
        };
      })
      .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
    return { items, may: { decide, makePrimary: decide && manage } };
  }

  /**
   * Allows or refuses an entity, or makes it the primary; at once.
   *
   * @throws NotFoundError when the entity does not name the workload
   * @throws NotAllowedError for PRIMARY by who may not manage links
   * @throws ConflictError for refusing the primary, and for PRIMARY of an
   * entity that does not belong to the workload
   */
  async decide(
    workloadId: string,
    rawRef: string,
    state: MlLensRequest<'putLink'>['body']['state'],
    credentials: CallerCredentials,
  ): Promise<MlLensResponse<'putLink'>> {
    const entityRef = canonicalRef(rawRef);
    if (
      state === 'PRIMARY' &&
      !(await this.deps.access.mayManageLinks(credentials))
    ) {
      throw new NotAllowedError(
        'Only those who may manage links choose the primary entity',
      );
    }
    const by = actorOf(credentials);
    await this.deps.links.changeMembers(workloadId, async tx => {
      await this.#change(tx, { workloadId, entityRef, state, by });
    });
    const links = await this.links(workloadId, credentials);
    const link = links.items.find(item => item.entityRef === entityRef);
    if (!link) {
      throw noLink(workloadId, entityRef);
    }
    return { ...link, ...links };
  }

  async #change(
    tx: Knex.Transaction,
    change: {
      workloadId: string;
      entityRef: string;
      state: MlLensRequest<'putLink'>['body']['state'];
      by: string;
    },
  ): Promise<void> {
    const { workloadId, entityRef, state, by } = change;
    const { links, memberships } = this.deps.workloads;
    const entities = await links.entitiesOf([workloadId], tx);
    const entity = entities
      .get(workloadId)
      ?.find(one => one.entityRef === entityRef);
    if (!entity) {
      throw noLink(workloadId, entityRef);
    }
    const { owner } = entity.facts;
    const at = this.deps.clock();
    if (state === 'PRIMARY') {
      if (!MEMBER_STATES.includes(entity.state)) {
        throw new ConflictError(
          `${entityRef} does not belong to the workload yet: allow it first`,
        );
      }
      const link = { entityRef, decision: state, owner, by, at } as const;
      await memberships.establish(tx, workloadId, link);
      return;
    }
    if (entity.state === 'PRIMARY') {
      if (state === 'REFUSED') {
        throw new ConflictError(
          `${entityRef} stands for the workload: make another entity the primary first`,
        );
      }
      return;
    }
    const link = { entityRef, decision: state, owner, by, at };
    await memberships.remember(tx, workloadId, link);
  }
}

function noLink(workloadId: string, entityRef: string): NotFoundError {
  return new NotFoundError(
    `No entity ${entityRef} names the workload '${workloadId}'`,
  );
}

function canonicalRef(value: string): string {
  try {
    const { kind, namespace, name } = parseEntityRef(value);
    return stringifyEntityRef({ kind, namespace, name });
  } catch {
    throw new InputError(
      `Invalid path: entityRef: '${value}' is no entity ref like component:default/name`,
    );
  }
}
