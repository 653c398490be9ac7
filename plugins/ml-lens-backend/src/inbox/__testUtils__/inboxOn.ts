// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { Access, WorkloadFilter } from '../../auth/Access';
import { Freshness } from '../../reviews/Freshness';
import { InboxService } from '../InboxService';
import { MEI, NOW, scorecard, TEAM } from './waiting';

/** Sees every workload but the one called hidden. */
const notHidden: WorkloadFilter = {
  apply: (query, table) => {
    query.whereNot(`${table}.workload_id`, 'hidden');
  },
  test: async () => workload => workload.workloadId !== 'hidden',
};

/** The inbox of Mei and her team, which has a workload and one she cannot see. */
export async function inboxOn(knex: Knex) {
  for (const workloadId of ['fraud', 'hidden']) {
    await knex('scorecards').insert(scorecard(workloadId));
  }
  const access: Partial<Access> = {
    listFilter: async () => notHidden,
    mayManageLinks: async () => false,
    readableEntities: async refs => new Set(refs),
  };
  const inboxOf = (refs: string[]) =>
    new InboxService({
      access: access as Access,
      clock: () => NOW,
      freshness: new Freshness({ days: 90 }, ['retired']),
      knex,
      userInfo: mockServices.userInfo({ ownershipEntityRefs: refs }),
      approvers: [],
    });
  const inbox = inboxOf([MEI, TEAM]);
  const list = async (scope: 'mine' | 'team', cursor?: string, limit = 50) =>
    await inbox.list(
      { scope, limit, ...(cursor !== undefined && { cursor }) },
      mockCredentials.user(MEI),
    );
  return { knex, list, inboxOf };
}
