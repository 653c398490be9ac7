// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindRoute } from '../http/bind';
import type { WaiverService } from './WaiverService';

/** Mounts the routes tagged `waivers`. */
export function bindWaiverRoutes(
  api: ApiRouter,
  { waivers }: { waivers: WaiverService },
): void {
  bindRoute(api, mlLensRoutes.listWaivers, async ({ params }) => ({
    items: await waivers.list(params),
  }));

  bindRoute(
    api,
    mlLensRoutes.requestWaiver,
    async ({ params, body, credentials, audit }) =>
      await audit(
        async addMeta => {
          const waiver = await waivers.request(params, body, credentials);
          addMeta({ waiverId: waiver.id });
          return waiver;
        },
        {
          meta: { questionId: body.questionId },
        },
      ),
  );

  bindRoute(
    api,
    mlLensRoutes.decideWaiver,
    async ({ params, body, credentials, audit }) =>
      await audit(async () => await waivers.decide(params, body, credentials), {
        actionType: body.decision === 'APPROVE' ? 'approve' : 'reject',
      }),
  );

  bindRoute(
    api,
    mlLensRoutes.withdrawWaiver,
    async ({ params, credentials, audit }) =>
      await audit(async () => await waivers.withdraw(params, credentials)),
  );
}
