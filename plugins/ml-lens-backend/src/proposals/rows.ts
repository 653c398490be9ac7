// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnswerState, ReviewEvent } from '@ml-lens/lens-model';
import type { Proposal, ProposalStatus } from '@ml-lens/lens-model/proposals';

/** A row of `proposals`. It is open until `ended_at`. */
export interface ProposalRow {
  proposal_id: string;
  review_id: string;
  question_id: string;
  status: ProposalStatus;
  agent_name: string;
  agent: string;
  proposed_by: string;
  proposal_key: string;
  body_hash: string;
  based_on: number;
  lens_version: string;
  base: string | null;
  answer: string;
  citations: string;
  confidence: number | null;
  proposed_at: string;
  expires_at: string;
  ended_at: string | null;
  decided_by: string | null;
  decided_revision: number | null;
  reason: string | null;
  superseded_by: string | null;
}

/** The column `answer`. */
export type ProposedParts = Pick<
  Proposal,
  'selectedChoices' | 'notApplicableChoices' | 'notApplicable' | 'notes'
>;

/** The column `base`: the answer a proposal started from. */
export interface ProposalBase {
  state: AnswerState;
  proposal?: ReviewEvent['proposal'];
}

export function proposedParts({ answer }: ProposalRow): ProposedParts {
  return JSON.parse(answer);
}

/** Null where the question was not answered. */
export function proposalBase({ base }: ProposalRow): ProposalBase | null {
  return base === null ? null : JSON.parse(base);
}

/**
 * A proposal as it is at an instant. One whose time is over counts as expired
 * from that moment on, whenever the task that ends it comes by.
 */
export function toProposal(row: ProposalRow, at: string): Proposal {
  const over = row.status === 'OPEN' && row.expires_at <= at;
  return {
    id: row.proposal_id,
    questionId: row.question_id,
    status: over ? 'EXPIRED' : row.status,
    ...proposedParts(row),
    basedOn: row.based_on,
    lensVersion: row.lens_version,
    agent: JSON.parse(row.agent),
    citations: JSON.parse(row.citations),
    confidence: row.confidence,
    key: row.proposal_key,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    expiresAt: row.expires_at,
    endedAt: over ? row.expires_at : row.ended_at,
    decidedBy: row.decided_by,
    reason: row.reason,
    supersededBy: row.superseded_by,
  };
}
