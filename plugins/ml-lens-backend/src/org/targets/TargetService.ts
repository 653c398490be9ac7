// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { Target, TargetFields } from '@ml-lens/backstage-plugin-ml-lens-common';
import { DateTime } from 'luxon';
import { randomUUID } from 'node:crypto';
import { actorOf, type CallerCredentials } from '../../auth/caller';
import type { Deps } from '../../deps';
import { staleRevision } from '../../errors';
import type { LensService } from '../../lenses/LensService';
import { OrgReader } from '../query/OrgReader';
import type { OrgScope } from '../query/OrgScope';
import {
  behindOf,
  burnUpOf,
  type Progress,
  type Reach,
  reachOf,
} from './progress';
import { StoredTarget, TargetStore } from './TargetStore';

/** Most targets there can be: each is counted whenever they are listed. */
const MAX_TARGETS = 100;

/** Longest time a target may run. */
const MAX_YEARS = 5;

/** Aims of the organisation, and how far it is. */
export class TargetService {
  readonly #store: TargetStore;

  constructor(
    private readonly deps: Pick<Deps, 'access' | 'clock'> & {
      reader: OrgReader;
      lenses: Pick<LensService, 'latestPublished'>;
    },
  ) {
    this.#store = new TargetStore(deps.reader.knex);
  }

  /**
   * The targets that are for workloads of the caller's sight, with how far
   * these are; all of them for who sees everything or manages targets, since
   * names and filters tell of an organisation. With a workload: the targets
   * that are for it, and whether it alone reaches them.
   *
   * @throws NotFoundError when the workload is missing or hidden
   */
  async list(
    { workload }: { workload?: string },
    credentials: CallerCredentials,
  ): Promise<Target[]> {
    if (workload !== undefined) {
      await this.deps.access.requireWorkload(workload, 'read', credentials);
    }
    const scope = await this.#scope(credentials);
    const all =
      workload === undefined && (await this.#seesAll(scope, credentials));
    const targets: Target[] = [];
    for (const target of await this.#store.list()) {
      const reach = await this.#reach(scope, target, workload);
      if (all || reach.workloads > 0) {
        targets.push({ ...target, ...reach });
      }
    }
    return targets;
  }

  /**
   * Sets a target.
   *
   * @throws NotAllowedError for callers who may not manage targets
   * @throws InputError naming what cannot be a target
   * @throws ConflictError when there are {@link MAX_TARGETS}
   */
  async create(
    fields: TargetFields,
    credentials: CallerCredentials,
  ): Promise<Target> {
    await this.#check(fields);
    if ((await this.#store.count()) >= MAX_TARGETS) {
      throw new ConflictError(
        `There are ${MAX_TARGETS} targets, the most there can be: remove one that is over`,
      );
    }
    const targetId = randomUUID();
    await this.#store.create(targetId, fields, this.#who(credentials));
    return await this.#withReach(await this.#require(targetId), credentials);
  }

  /**
   * Changes a target.
   *
   * @throws NotAllowedError, InputError as {@link TargetService.create}
   * @throws NotFoundError when there is none
   * @throws StaleWriteError when somebody else changed it first
   */
  async update(
    targetId: string,
    { revision, ...fields }: TargetFields & { revision: number },
    credentials: CallerCredentials,
  ): Promise<Target> {
    await this.#require(targetId);
    await this.#check(fields);
    const updated = await this.#store.update(
      targetId,
      revision,
      fields,
      this.#who(credentials),
    );
    const stored = await this.#require(targetId);
    if (!updated) {
      throw staleRevision(
        `The target '${stored.name}'`,
        await this.#withReach(stored, credentials),
        { ...fields, revision },
      );
    }
    return await this.#withReach(stored, credentials);
  }

  /**
   * Removes a target.
   *
   * @throws NotAllowedError for callers who may not manage targets
   * @throws NotFoundError when there is none
   */
  async delete(targetId: string): Promise<void> {
    if (!(await this.#store.delete(targetId))) {
      throw noTarget(targetId);
    }
  }

  /**
   * Burn-up by week, and a page of who is behind.
   *
   * @throws NotFoundError when there is no such target, or none for the caller
   */
  async progress(
    targetId: string,
    page: { cursor?: string; limit: number },
    credentials: CallerCredentials,
  ): Promise<Progress> {
    const target = await this.#require(targetId);
    const scope = await this.#scope(credentials);
    if (
      !(await this.#seesAll(scope, credentials)) &&
      (await this.#reach(scope, target)).workloads === 0
    ) {
      throw noTarget(targetId);
    }
    const { cursor, limit } = page;
    const { days, now } = await this.deps.reader.columns.days();
    const points = burnUpOf(days, scope, target);
    const behind = behindOf(now, scope, target, { cursor, limit });
    return {
      points,
      ...behind,
      behind: await this.deps.reader.readable(behind.behind, credentials),
    };
  }

  async #seesAll(
    { sees }: OrgScope,
    credentials: CallerCredentials,
  ): Promise<boolean> {
    return (
      sees === undefined ||
      (await this.deps.access.mayManageTargets(credentials))
    );
  }

  async #check(fields: TargetFields): Promise<void> {
    const problems: string[] = [];
    const lens = await this.deps.lenses.latestPublished(fields.lens);
    if (!lens) {
      problems.push(`lens: there is no published lens '${fields.lens}'`);
    }
    fields.phases.forEach((phase, index) => {
      if (lens && !lens.phases.some(({ id }) => id === phase)) {
        problems.push(
          `phases[${index}]: the lens '${lens.id}' has no phase '${phase}'`,
        );
      } else if (fields.phases.indexOf(phase) < index) {
        problems.push(`phases[${index}]: '${phase}' is named twice`);
      }
    });
    const { startDate, dueDate } = fields;
    const latest = DateTime.fromISO(startDate, { zone: 'utc' })
      .plus({ years: MAX_YEARS })
      .toFormat('yyyy-MM-dd');
    if (dueDate < startDate) {
      problems.push(`dueDate: ${dueDate} is before startDate ${startDate}`);
    } else if (dueDate > latest) {
      problems.push(
        `dueDate: ${dueDate} is more than ${MAX_YEARS} years after startDate ${startDate}`,
      );
    }
    if (problems.length > 0) {
      throw new InputError(`Invalid body: ${problems.join('; ')}`);
    }
  }

  async #require(targetId: string): Promise<StoredTarget> {
    const target = await this.#store.find(targetId);
    if (!target) {
      throw noTarget(targetId);
    }
    return target;
  }

  async #withReach(
    target: StoredTarget,
    credentials: CallerCredentials,
  ): Promise<Target> {
    const scope = await this.#scope(credentials);
    return { ...target, ...(await this.#reach(scope, target)) };
  }

  async #reach(
    scope: OrgScope,
    target: StoredTarget,
    workload?: string,
  ): Promise<Reach> {
    return reachOf(await this.deps.reader.view(scope), scope, target, {
      ...(workload !== undefined && { workload: [workload] }),
    });
  }

  async #scope(credentials: CallerCredentials): Promise<OrgScope> {
    return await this.deps.reader.scope({}, undefined, credentials);
  }

  #who(credentials: CallerCredentials) {
    return { at: this.deps.clock(), by: actorOf(credentials) };
  }
}

function noTarget(targetId: string): NotFoundError {
  return new NotFoundError(`There is no target '${targetId}'`);
}
