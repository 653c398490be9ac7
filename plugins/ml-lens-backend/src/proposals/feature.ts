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
import { ProposalStore } from './ProposalStore';
import { bindProposalRoutes } from './routes';

/** Takes what machines propose, and lets people decide. */
export async function proposalsFeature(
  options: {
    api: ApiRouter;
    config: MlLensConfig;
    scheduler: SchedulerService;
  } & Omit<
    ConstructorParameters<typeof ProposalIntake>[0],
    'expireAfter' | 'perHour' | 'proposals'
  > &
    ConstructorParameters<typeof AgentRecord>[0] &
    Omit<ConstructorParameters<typeof ProposalExpiry>[0], 'proposals'>,
): Promise<void> {
  const proposals = new ProposalStore(options.knex);
  const used = { ...options, proposals };
  await new ProposalExpiry(used).schedule(options.scheduler);
  bindProposalRoutes(options.api, {
    proposals: new ProposalService(used),
    intake: new ProposalIntake({ ...used, ...options.config.proposals }),
    desk: new ProposalDesk(used),
    agents: new AgentRecord(options),
  });
}
