// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

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
