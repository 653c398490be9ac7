// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { toError } from '@backstage/errors';
import {
  UpgradeLine,
  UpgradePreview,
  type MlLensRequest,
  type MlLensResponse,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Scorecard } from '@ml-lens/lens-model';
import { refusal, type WorkloadFilter } from '../auth/Access';
import { actorOf, type CallerCredentials } from '../auth/caller';
import { chunksOf } from '../database/sql';
import type { Deps } from '../deps';
import { serverFailureOf } from '../http/failures';
import { begunReviews, countOf, reviewsElsewhere } from './begunReviews';
import type { Destination, UpgradeService } from './UpgradeService';

/** Reviews looked up at a time. */
const PAGE = 500;

/** Workloads whose permissions are asked at a time, just before they move. */
const ASKED = 50;

/** Upgrades the reviews of many workloads, one after the other. */
export class UpgradeMany {
  constructor(
    private readonly deps: Pick<Deps, 'access' | 'knex' | 'logger'> & {
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
    {
      workloads,
      ...target
    }: MlLensRequest<'upgradeReview'>['body'] & { workloads?: string[] },
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
    target: MlLensRequest<'upgradeReview'>['body'],
    credentials: CallerCredentials,
  ): Promise<MlLensResponse<'previewUpgradeMany'>> {
    const destination = await this.deps.upgrades.destination(lensId, target);
    const { access } = this.deps;
    const seen = await access.listFilter(credentials);
    const theirs = await access.listFilter(credentials, 'update');
    const { knex } = this.deps;
    const [all, elsewhere, moving] = await Promise.all([
      countOf(begunReviews(knex, lensId, seen)),
      countOf(reviewsElsewhere(knex, lensId, destination, seen)),
      countOf(reviewsElsewhere(knex, lensId, destination, theirs)),
    ]);
    return { moving, there: all - elsewhere, readOnly: elsewhere - moving };
  }

  /**
   * Takes back the last upgrade of each of many workloads while the lines are
   * read, as far as nothing happened to it since.
   */
  async *undo(
    lensId: string,
    workloads: readonly string[],
    credentials: CallerCredentials,
  ): AsyncGenerator<UpgradeLine> {
    yield* this.#each(new Set(workloads), credentials, async workloadId =>
      this.deps.upgrades.undo({ workloadId, lensId }, credentials),
    );
  }

  #named(
    lensId: string,
    workloadIds: Iterable<string>,
    destination: Destination,
    credentials: CallerCredentials,
  ): AsyncGenerator<UpgradeLine> {
    return this.#each(workloadIds, credentials, async workloadId =>
      this.deps.upgrades.move(
        { workloadId, lensId },
        destination,
        actorOf(credentials),
      ),
    );
  }

  async *#each(
    workloadIds: Iterable<string>,
    credentials: CallerCredentials,
    move: (workloadId: string) => Promise<UpgradePreview>,
  ): AsyncGenerator<UpgradeLine> {
    for (const asked of chunksOf([...workloadIds], ASKED)) {
      const outcomes = await this.deps.access.outcomes(
        asked,
        'update',
        credentials,
      );
      for (const [workloadId, outcome] of outcomes) {
        yield await this.#line(workloadId, async () => {
          const error = refusal(workloadId, 'update', outcome);
          if (error) {
            throw error;
          }
          return await move(workloadId);
        });
      }
    }
  }

  async *#all(
    lensId: string,
    destination: Destination,
    credentials: CallerCredentials,
  ): AsyncGenerator<UpgradeLine> {
    const filter = await this.deps.access.listFilter(credentials, 'update');
    for await (const page of this.#pages(lensId, destination, filter)) {
      yield* this.#named(lensId, page, destination, credentials);
    }
  }

  /** Workloads with a begun review that is not there yet, by id. */
  async *#pages(
    lensId: string,
    destination: Destination,
    filter: WorkloadFilter | undefined,
  ): AsyncGenerator<string[]> {
    let after = '';
    for (;;) {
      const page: string[] = await reviewsElsewhere(
        this.deps.knex,
        lensId,
        destination,
        filter,
      )
        .where('reviews.workload_id', '>', after)
        .orderBy('reviews.workload_id')
        .limit(PAGE)
        .pluck('reviews.workload_id');
      yield page;
      if (page.length < PAGE) {
        return;
      }
      after = page[page.length - 1];
    }
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
      const { name, message } =
        serverFailureOf(error, this.deps.logger, `Upgrade of ${workloadId}`) ??
        toError(error);
      return { workloadId, ok: false, error: { name, message } };
    }
  }
}

function briefly({ score, coverage, level }: Scorecard) {
  return { score, coverage, level };
}
