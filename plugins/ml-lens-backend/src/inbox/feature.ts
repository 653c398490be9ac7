// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Access } from '../auth/Access';
import type { MlLensConfig } from '../config';
import type { ApiRouter } from '../http/bind';
import { InboxService } from './InboxService';
import { News } from './News';
import { bindInboxRoutes } from './routes';

/** What waits for whom, read from what is there, and telling of what is new. */
export async function inboxFeature(
  options: Omit<ConstructorParameters<typeof News>[0], 'approvers'> & {
    api: ApiRouter;
    access: Access;
    config: MlLensConfig;
    scheduler: SchedulerService;
    userInfo: UserInfoService;
  },
): Promise<void> {
  const { approvers } = options.config.waivers;
  bindInboxRoutes(options.api, {
    inbox: new InboxService({ ...options, approvers }),
  });
  await new News({ ...options, approvers }).schedule(options.scheduler);
}
