// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindRoute } from '../../http/bind';
import type { SavedViewService } from './SavedViewService';

/** Mounts the routes tagged `saved-views`. */
export function bindSavedViewRoutes(
  api: ApiRouter,
  { savedViews }: { savedViews: SavedViewService },
): void {
  bindRoute(api, mlLensRoutes.listSavedViews, async ({ credentials }) => ({
    items: await savedViews.list(credentials),
  }));

  bindRoute(
    api,
    mlLensRoutes.createSavedView,
    async ({ body, credentials, audit }) =>
      await audit(async addMeta => {
        const view = await savedViews.create(body, credentials);
        addMeta({ viewId: view.id });
        return view;
      }),
  );

  bindRoute(
    api,
    mlLensRoutes.deleteSavedView,
    async ({ params: { viewId }, credentials, audit }) => {
      await audit(async () => await savedViews.delete(viewId, credentials));
    },
  );
}
