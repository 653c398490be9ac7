// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindRoute } from '../../http/bind';
import type { TargetService } from './TargetService';

/** Mounts the routes tagged `targets`. */
export function bindTargetRoutes(
  api: ApiRouter,
  { targets }: { targets: TargetService },
): void {
  bindRoute(api, mlLensRoutes.listTargets, async ({ query, credentials }) => ({
    items: await targets.list(query, credentials),
  }));

  bindRoute(
    api,
    mlLensRoutes.createTarget,
    async ({ body, credentials, audit }) =>
      await audit(async addMeta => {
        const target = await targets.create(body, credentials);
        addMeta({ targetId: target.id });
        return target;
      }),
  );

  bindRoute(
    api,
    mlLensRoutes.updateTarget,
    async ({ params: { targetId }, body, credentials, audit }) =>
      await audit(
        async () => await targets.update(targetId, body, credentials),
      ),
  );

  bindRoute(
    api,
    mlLensRoutes.deleteTarget,
    async ({ params: { targetId }, audit }) => {
      await audit(async () => await targets.delete(targetId));
    },
  );

  bindRoute(
    api,
    mlLensRoutes.getTargetProgress,
    async ({ params: { targetId }, query, credentials }) =>
      await targets.progress(targetId, query, credentials),
  );
}
