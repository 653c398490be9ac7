/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { waiverRoutes } from '@ml-lens/backstage-plugin-ml-lens-common';
import { type ApiRouter, bindRoute } from '../http/bind';
import type { WaiverService } from './WaiverService';

const EVENT = 'waiver-mutate';

/** Mounts the routes tagged `waivers`. */
export function bindWaiverRoutes(
  api: ApiRouter,
  { waivers }: { waivers: WaiverService },
): void {
  bindRoute(api, waiverRoutes.listWaivers, async ({ params, credentials }) => ({
    items: await waivers.list(params, credentials),
  }));

  bindRoute(
    api,
    waiverRoutes.requestWaiver,
    async ({ params, body, credentials, audit }) =>
      await audit(
        {
          eventId: EVENT,
          actionType: 'request',
          meta: { ...params, questionId: body.questionId },
        },
        async addMeta => {
          const waiver = await waivers.request(params, body, credentials);
          addMeta({ waiverId: waiver.id });
          return waiver;
        },
      ),
  );

  bindRoute(
    api,
    waiverRoutes.decideWaiver,
    async ({ params, body, credentials, audit }) =>
      await audit(
        {
          eventId: EVENT,
          actionType: body.decision === 'APPROVE' ? 'approve' : 'reject',
          meta: params,
        },
        async () => await waivers.decide(params, body, credentials),
      ),
  );

  bindRoute(
    api,
    waiverRoutes.withdrawWaiver,
    async ({ params, credentials, audit }) =>
      await audit(
        { eventId: EVENT, actionType: 'withdraw', meta: params },
        async () => await waivers.withdraw(params, credentials),
      ),
  );
}
