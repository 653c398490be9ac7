// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { toError } from '@backstage/errors';
import type { RebuildLine } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { WorkloadFilter } from '../auth/Access';
import type { CallerCredentials } from '../auth/caller';
import { pagesOf } from '../database/sql';
import type { Deps } from '../deps';
import { serverFailureOf } from '../http/failures';
import { rebuildAndCompare } from '../reviews/projection/rebuild';

/** Reviews looked up at a time. */
const PAGE = 500;

/** Which reviews are rebuilt. */
interface RebuildScope {
  /** Only reviews of this workload. */
  workload?: string;
  /** Only reviews after this one, by id. */
  after?: string;
}

/** Rebuilds the reviews a caller may see. */
export class Rebuilder {
  constructor(
    private readonly deps: Pick<
      Deps,
      'access' | 'knex' | 'lenses' | 'logger' | 'reviews'
    >,
  ) {}

  /**
   * Rebuilds one review after the other, in order, each in a transaction of its
   * own. Whoever stops reading stops it; `after` goes on where it was.
   */
  async start(
    options: RebuildScope,
    credentials: CallerCredentials,
  ): Promise<AsyncGenerator<RebuildLine>> {
    return this.#lines(options, await this.deps.access.listFilter(credentials));
  }

  async *#lines(
    options: RebuildScope,
    filter: WorkloadFilter | undefined,
  ): AsyncGenerator<RebuildLine> {
    const pages = pagesOf(after => {
      const query = this.deps
        .knex('reviews')
        .join('scorecards', 'scorecards.review_id', 'reviews.review_id')
        .where('reviews.review_id', '>', after)
        .orderBy('reviews.review_id')
        .limit(PAGE);
      if (options.workload !== undefined) {
        query.where('reviews.workload_id', options.workload);
      }
      filter?.apply(query, 'scorecards');
      return query.pluck('reviews.review_id');
    }, options.after);
    for await (const page of pages) {
      for (const review of page) {
        yield await this.#line(review);
      }
    }
  }

  async #line(review: string): Promise<RebuildLine> {
    const { reviews: store, lenses, logger } = this.deps;
    try {
      const rebuilt = await rebuildAndCompare({ store, lenses }, review);
      return { review, differed: rebuilt?.differed ?? false };
    } catch (error) {
      const { name, message } =
        serverFailureOf(error, logger, `Rebuild of ${review}`) ??
        toError(error);
      return { review, differed: false, error: { name, message } };
    }
  }
}
