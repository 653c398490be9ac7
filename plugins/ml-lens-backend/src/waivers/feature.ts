// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { MlLensConfig } from '../config';
import type { ApiRouter } from '../http/bind';
import { bindWaiverRoutes } from './routes';
import { WaiverExpiry } from './WaiverExpiry';
import { WaiverService } from './WaiverService';

/** Accepts risks for a while, and ends that in time. */
export async function waiversFeature(
  options: {
    api: ApiRouter;
    config: MlLensConfig;
    scheduler: SchedulerService;
  } & Omit<
    ConstructorParameters<typeof WaiverService>[0],
    'expiry' | 'maxDuration'
  > &
    ConstructorParameters<typeof WaiverExpiry>[0],
): Promise<void> {
  const expiry = new WaiverExpiry(options);
  await expiry.schedule(options.scheduler);
  const { maxDuration } = options.config.waivers;
  bindWaiverRoutes(options.api, {
    waivers: new WaiverService({ ...options, expiry, maxDuration }),
  });
}
