// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { bindRoutes, takingBodies } from '../http/bindRoutes';
import type { Deps } from '../deps';
import { AgentRecord } from './AgentRecord';
import { ProposalDesk } from './ProposalDesk';
import { ProposalExpiry } from './ProposalExpiry';
import { ProposalIntake } from './ProposalIntake';
import { ProposalService } from './ProposalService';
import { ProposalStore } from './ProposalStore';

/** 200 proposals with what they cite, in bytes. */
const PROPOSALS_BODY_BYTES = 4_000_000;

/** Takes what machines propose, and lets people decide. */
export async function proposalsFeature(options: Deps): Promise<void> {
  const { api, config, knex, scheduler } = options;
  const used = { ...options, proposals: new ProposalStore(knex) };
  await new ProposalExpiry(used).schedule(scheduler);
  const proposals = new ProposalService(used);
  const intake = new ProposalIntake({ ...used, ...config.proposals });
  const desk = new ProposalDesk(used);
  const agents = new AgentRecord(options);

  bindRoutes(api, {
    listProposals: ({ params, query }) => proposals.list(params, query),

    decideProposal: ({ params, body, credentials, audit }) =>
      audit(
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

    undoProposal: ({ params, body, credentials, audit }) =>
      audit(() => desk.undo(params, body, credentials)),

    getProposalAgents: async ({ query, credentials }) => ({
      items: await agents.list(query, credentials),
    }),
  });

  bindRoutes(takingBodies(api, PROPOSALS_BODY_BYTES), {
    proposeAnswers: ({ params, body, credentials, audit }) =>
      audit(async addMeta => {
        const taken = await intake.propose(params, body, credentials);
        addMeta({
          created: taken.created,
          agents: [...new Set(taken.items.map(({ agent }) => agent.name))],
        });
        return taken;
      }),
  });
}
