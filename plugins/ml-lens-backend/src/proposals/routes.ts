// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindRoute } from '../http/bind';
import type { AgentRecord } from './AgentRecord';
import type { ProposalDesk } from './ProposalDesk';
import type { ProposalIntake } from './ProposalIntake';
import type { ProposalService } from './ProposalService';

/** 200 proposals with what they cite, in bytes. */
const PROPOSALS_BODY_BYTES = 4_000_000;

/** Mounts the routes tagged `proposals`. */
export function bindProposalRoutes(
  api: ApiRouter,
  services: {
    proposals: ProposalService;
    intake: ProposalIntake;
    desk: ProposalDesk;
    agents: AgentRecord;
  },
): void {
  const { proposals, intake, desk, agents } = services;
  bindRoute(
    api,
    mlLensRoutes.listProposals,
    async ({ params, query }) => await proposals.list(params, query),
  );

  bindRoute(
    { ...api, bodyLimits: { ...api.bodyLimits, json: PROPOSALS_BODY_BYTES } },
    mlLensRoutes.proposeAnswers,
    async ({ params, body, credentials, audit }) =>
      await audit(async addMeta => {
        const taken = await intake.propose(params, body, credentials);
        addMeta({
          created: taken.created,
          agents: [...new Set(taken.items.map(({ agent }) => agent.name))],
        });
        return taken;
      }),
  );

  bindRoute(
    api,
    mlLensRoutes.decideProposal,
    async ({ params, body, credentials, audit }) =>
      await audit(
        async addMeta => {
          const decided = await desk.decide(params, body, credentials);
          addMeta({
            questionId: decided.proposal.questionId,
            agent: decided.proposal.agent.name,
          });
          return decided;
        },
        { actionType: body.decision.toLocaleLowerCase('en') },
      ),
  );

  bindRoute(
    api,
    mlLensRoutes.undoProposal,
    async ({ params, body, credentials, audit }) =>
      await audit(async () => await desk.undo(params, body, credentials)),
  );

  bindRoute(
    api,
    mlLensRoutes.getProposalAgents,
    async ({ query, credentials }) => ({
      items: await agents.list(query, credentials),
    }),
  );
}
