/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { UserInfoService } from '@backstage/backend-plugin-api';
import type { Access } from '../auth/Access';
import type { Clock } from '../clock';
import type { MlLensConfig } from '../config';
import type { ApiRouter } from '../http/bind';
import type { Freshness } from '../reviews/Freshness';
import type { Knex } from 'knex';
import { InboxService } from './InboxService';
import { bindInboxRoutes } from './routes';

/** What waits for whom, read from what is there. */
export function inboxFeature(options: {
  api: ApiRouter;
  access: Access;
  clock: Clock;
  config: MlLensConfig;
  freshness: Freshness;
  knex: Knex;
  userInfo: UserInfoService;
}): void {
  bindInboxRoutes(options.api, {
    inbox: new InboxService({
      ...options,
      approvers: options.config.waivers.approvers,
    }),
  });
}
