/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { toError } from '@backstage/errors';
import {
  Scorecard,
  UpgradeLine,
  UpgradeOutlook,
  UpgradePreview,
  UpgradeTarget,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import type { Access, WorkloadFilter } from '../auth/Access';
import { actorOf, type CallerCredentials } from '../auth/caller';
import { chunksOf, toNumber } from '../database/sql';
import type { Destination, UpgradeService } from './UpgradeService';

/** Reviews looked up at a time. */
const PAGE = 500;

/** Permissions asked at a time. */
const ASKED = 20;

/** Upgrades the reviews of many workloads, one after the other. */
export class UpgradeMany {
  constructor(
    private readonly deps: {
      knex: Knex;
      access: Access;
      upgrades: UpgradeService;
    },
  ) {}

  /**
   * Checks where the reviews are to go, then moves them while the lines are
   * read: each in a transaction of its own, so that those done stay done
   * whatever becomes of the rest. Workloads named that cannot be moved get a
   * line that says why; without names, every begun review of the lens that is
   * not there yet and that the caller may update is moved.
   *
   * @throws NotFoundError, ConflictError when the target cannot be used
   */
  async start(
    lensId: string,
    { workloads, ...target }: UpgradeTarget & { workloads?: string[] },
    credentials: CallerCredentials,
  ): Promise<AsyncGenerator<UpgradeLine>> {
    const destination = await this.deps.upgrades.destination(lensId, target);
    return workloads
      ? this.#named(lensId, new Set(workloads), destination, credentials)
      : this.#all(lensId, destination, credentials);
  }

  /**
   * How many reviews {@link UpgradeMany.start} would move without names, and
   * how many it would leave. Reviews the caller may not see are not counted.
   *
   * @throws NotFoundError, ConflictError when the target cannot be used
   */
  async outlook(
    lensId: string,
    target: UpgradeTarget,
    credentials: CallerCredentials,
  ): Promise<UpgradeOutlook> {
    const destination = await this.deps.upgrades.destination(lensId, target);
    const filter = await this.deps.access.listFilter(credentials);
    const { lens } = destination;
    const outlook: UpgradeOutlook = { moving: 0, there: 0, readOnly: 0 };
    if (lens.id === lensId) {
      const there = await this.#begun(lensId, filter)
        .where('reviews.lens_version', lens.version)
        .count({ count: '*' });
      outlook.there = toNumber(there[0].count);
    }
    for await (const page of this.#pages(lensId, destination, filter)) {
      for (const workloadIds of chunksOf(page, ASKED)) {
        const may = await Promise.all(
          workloadIds.map(id =>
            this.deps.access.may(id, 'update', credentials),
          ),
        );
        const moving = may.filter(Boolean).length;
        outlook.moving += moving;
        outlook.readOnly += may.length - moving;
      }
    }
    return outlook;
  }

  async *#named(
    lensId: string,
    workloadIds: Iterable<string>,
    destination: Destination,
    credentials: CallerCredentials,
  ): AsyncGenerator<UpgradeLine> {
    for (const workloadId of workloadIds) {
      yield await this.#line(workloadId, async () => {
        await this.deps.access.requireWorkload(
          workloadId,
          'update',
          credentials,
        );
        return await this.deps.upgrades.move(
          { workloadId, lensId },
          destination,
          actorOf(credentials),
        );
      });
    }
  }

  async *#all(
    lensId: string,
    destination: Destination,
    credentials: CallerCredentials,
  ): AsyncGenerator<UpgradeLine> {
    const filter = await this.deps.access.listFilter(credentials);
    for await (const page of this.#pages(lensId, destination, filter)) {
      for (const workloadId of page) {
        if (await this.deps.access.may(workloadId, 'update', credentials)) {
          yield await this.#line(workloadId, () =>
            this.deps.upgrades.move(
              { workloadId, lensId },
              destination,
              actorOf(credentials),
            ),
          );
        }
      }
    }
  }

  /** Workloads with a begun review that is not there yet, by id. */
  async *#pages(
    lensId: string,
    { lens }: Destination,
    filter: WorkloadFilter | undefined,
  ): AsyncGenerator<string[]> {
    let after = '';
    for (;;) {
      const query = this.#begun(lensId, filter)
        .where('reviews.workload_id', '>', after)
        .orderBy('reviews.workload_id')
        .limit(PAGE);
      if (lens.id === lensId) {
        query.whereNot('reviews.lens_version', lens.version);
      }
      const page: string[] = await query.pluck('reviews.workload_id');
      yield page;
      if (page.length < PAGE) {
        return;
      }
      after = page[page.length - 1];
    }
  }

  /** Begun reviews of a lens, as far as they can be seen. */
  #begun(
    lensId: string,
    filter: WorkloadFilter | undefined,
  ): Knex.QueryBuilder {
    const query = this.deps
      .knex('reviews')
      .join('scorecards', 'scorecards.review_id', 'reviews.review_id')
      .where('reviews.lens_id', lensId)
      .where('reviews.last_seq', '>', 0);
    filter?.apply(query, {
      workloadId: 'scorecards.workload_id',
      owner: 'scorecards.owner_ref',
      lifecycle: 'scorecards.lifecycle',
    });
    return query;
  }

  async #line(
    workloadId: string,
    move: () => Promise<UpgradePreview>,
  ): Promise<UpgradeLine> {
    try {
      const { from, to, before, after } = await move();
      return {
        workloadId,
        ok: true,
        before: { ...from, ...briefly(before) },
        after: { ...to, ...briefly(after) },
      };
    } catch (error) {
      const { name, message } = toError(error);
      return { workloadId, ok: false, error: { name, message } };
    }
  }
}

function briefly({ score, coverage, level }: Scorecard) {
  return { score, coverage, level };
}
