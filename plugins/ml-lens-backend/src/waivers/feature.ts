// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { bindRoutes } from '../http/bindRoutes';
import type { Deps } from '../deps';
import { WaiverExpiry } from './WaiverExpiry';
import { WaiverService } from './WaiverService';
import type { WaiverStore } from './WaiverStore';

/** Accepts risks for a while, and ends that in time. */
export async function waiversFeature(
  options: Deps & { waivers: WaiverStore },
): Promise<void> {
  const expiry = new WaiverExpiry(options);
  await expiry.schedule(options.scheduler);
  const { maxDuration } = options.config.waivers;
  const waivers = new WaiverService({ ...options, expiry, maxDuration });

  bindRoutes(options.api, {
    listWaivers: async ({ params }) => ({
      items: await waivers.list(params),
    }),

    requestWaiver: ({ params, body, credentials, audit }) =>
      audit(
        async addMeta => {
          const waiver = await waivers.request(params, body, credentials);
          addMeta({ waiverId: waiver.id });
          return waiver;
        },
        {
          meta: { questionId: body.questionId },
        },
      ),

    decideWaiver: ({ params, body, credentials, audit }) =>
      audit(() => waivers.decide(params, body, credentials), {
        actionType: body.decision === 'APPROVE' ? 'approve' : 'reject',
      }),

    withdrawWaiver: ({ params, credentials, audit }) =>
      audit(() => waivers.withdraw(params, credentials)),
  });
}
