// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { QueryOf } from '../http/bindRoutes';
import type { Deps } from '../deps';
import type { ReviewKey } from '../reviews/ReviewStore';
import type { ProposalStore } from './ProposalStore';
import { toProposal } from './rows';

/** Proposals as people read them. */
export class ProposalService {
  constructor(
    private readonly deps: Pick<Deps, 'clock' | 'reviews'> & {
      proposals: ProposalStore;
    },
  ) {}

  /**
   * A page of the proposals of a review, newest first.
   *
   * @throws NotFoundError when the review does not exist
   * @throws InputError for a cursor of another list
   */
  async list(
    key: ReviewKey,
    { cursor, limit, ...filter }: QueryOf<'listProposals'>,
  ): Promise<MlLensResponse<'listProposals'>> {
    const { review_id: reviewId } = await this.deps.reviews.requireReview(key);
    const at = this.deps.clock();
    const { rows, totalItems, pageInfo } = await this.deps.proposals.page(
      reviewId,
      filter,
      { at, cursor, limit },
    );
    return {
      items: rows.map(row => toProposal(row, at)),
      totalItems,
      pageInfo,
    };
  }
}
