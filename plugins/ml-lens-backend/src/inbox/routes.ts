/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindRoute } from '../http/bind';
import type { InboxService } from './InboxService';

/** Mounts the routes tagged `inbox`. */
export function bindInboxRoutes(
  api: ApiRouter,
  { inbox }: { inbox: InboxService },
): void {
  bindRoute(
    api,
    mlLensRoutes.getInbox,
    async ({ query, credentials }) => await inbox.list(query, credentials),
  );
}
