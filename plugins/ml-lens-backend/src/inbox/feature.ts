// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { bindRoutes } from '../http/bindRoutes';
import type { Deps } from '../deps';
import { InboxService } from './InboxService';
import { News } from './News';

/** What waits for whom, read from what is there, and telling of what is new. */
export async function inboxFeature(options: Deps): Promise<void> {
  const { approvers } = options.config.waivers;
  const inbox = new InboxService({ ...options, approvers });
  await new News({ ...options, approvers }).schedule(options.scheduler);

  bindRoutes(options.api, {
    getInbox: ({ query, credentials }) => inbox.list(query, credentials),
  });
}
