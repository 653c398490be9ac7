// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Answer, PhaseState, Scorecard } from '@ml-lens/lens-model';
import type {
  Proposal,
  ProposalDecision,
  ProposalStatus,
  ProposedAnswer,
} from '@ml-lens/lens-model/proposals';
import type { Page } from '../types/pages';
import type { PutAnswerBody } from '../types/reviews';

/**
 * Answers that machines propose and people decide on.
 * @public
 */
export interface ProposalOperations {
  listProposals: {
    path: '/workloads/{workloadId}/reviews/{lensId}/proposals';
    query?: {
      status?: ProposalStatus | ProposalStatus[];
      question?: string;
      agent?: string;
      cursor?: string;
      limit?: number;
    };
    defaults: 'limit';
    response: Page<Proposal>;
  };
  /** All of them or none; those sent before count once. */
  proposeAnswers: {
    path: '/workloads/{workloadId}/reviews/{lensId}/proposals';
    body: { proposals: ProposedAnswer[] };
    response: {
      /** In the order they were sent. */
      items: Proposal[];
      /** How many of them were not there before. */
      created: number;
    };
  };
  /** `answer` goes with CHANGE: what the person says instead. */
  decideProposal: {
    path: '/workloads/{workloadId}/reviews/{lensId}/proposals/{proposalId}';
    body: {
      /** The revision of the answer the person saw. */
      revision: number;
      decision: ProposalDecision;
      answer?: Omit<PutAnswerBody, 'revision'>;
      reason?: string;
    };
    response: {
      proposal: Proposal;
      answer: Answer;
      scorecard: Scorecard;
      phases: PhaseState[];
    };
  };
  /** Puts the answer back as it was before the decision, and opens it again. */
  undoProposal: {
    path: '/workloads/{workloadId}/reviews/{lensId}/proposals/{proposalId}/undo';
    body: { revision: number };
    response: ProposalOperations['decideProposal']['response'];
  };
  getProposalAgents: {
    path: '/proposals/agents';
    query?: { lens?: string };
    response: {
      items: ({
        /** Name of the agent. */
        agent: string;
        proposed: number;
        /** Changed or rejected ÷ decided, 0..1; null where none is decided. */
        overruled: number | null;
      } & Record<
        'open' | 'accepted' | 'changed' | 'rejected' | 'superseded' | 'expired',
        number
      >)[];
    };
  };
}
