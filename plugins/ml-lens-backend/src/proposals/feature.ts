// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { MlLensConfig } from '../config';
import type { ApiRouter } from '../http/bind';
import { AgentRecord } from './AgentRecord';
import { ProposalDesk } from './ProposalDesk';
import { ProposalExpiry } from './ProposalExpiry';
import { ProposalIntake } from './ProposalIntake';
import { ProposalService } from './ProposalService';
import { bindProposalRoutes } from './routes';

/** Takes what machines propose, and lets people decide. */
export async function proposalsFeature(
  options: {
    api: ApiRouter;
    config: MlLensConfig;
    scheduler: SchedulerService;
  } & Omit<
    ConstructorParameters<typeof ProposalIntake>[0],
    'expireAfter' | 'perHour'
  > &
    ConstructorParameters<typeof AgentRecord>[0] &
    ConstructorParameters<typeof ProposalExpiry>[0],
): Promise<void> {
  await new ProposalExpiry(options).schedule(options.scheduler);
  bindProposalRoutes(options.api, {
    proposals: new ProposalService(options),
    intake: new ProposalIntake({ ...options, ...options.config.proposals }),
    desk: new ProposalDesk(options),
    agents: new AgentRecord(options),
  });
}
