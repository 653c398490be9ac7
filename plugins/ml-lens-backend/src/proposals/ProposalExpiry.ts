// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Deps } from '../deps';
import type { ProposalStore } from './ProposalStore';

/** Ends proposals that nobody decided on in time. */
export class ProposalExpiry {
  constructor(
    private readonly deps: Pick<Deps, 'changes' | 'clock' | 'logger'> & {
      proposals: ProposalStore;
    },
  ) {}

  /** @returns number of proposals ended by this call */
  async run(): Promise<number> {
    const ended = await this.deps.proposals.expire(this.deps.clock());
    for (const reviewId of new Set(ended)) {
      this.deps.changes.changed(reviewId);
    }
    if (ended.length > 0) {
      this.deps.logger.info(
        `${ended.length} proposed answers expired: nobody decided on them in time`,
      );
    }
    return ended.length;
  }

  /** Every minute, on one replica at a time. */
  async schedule(scheduler: Deps['scheduler']): Promise<void> {
    await scheduler.scheduleTask({
      id: 'proposal-expiry',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      scope: 'global',
      fn: async () => {
        await this.run();
      },
    });
  }
}
