// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnswerState } from '../model';

/**
 * What proposes: a program and what it thinks with. It says so itself; who it
 * ran for is known from the credentials.
 * @public
 */
export interface ProposalAgent {
  /** 1 to 100 characters, as `claude-code` or `ml-lens scan`. */
  name: string;
  version?: string;
  model?: string;
}

/**
 * Where it is written: a page, or lines of a file at a commit. `quote` is what
 * is written there.
 * @public
 */
export type Citation = {
  /** The practice it speaks for; left out: the answer as a whole. */
  choiceId?: string;
  /** At most 1,000 characters. */
  quote: string;
} & (
  | {
      /** Starts with `http://` or `https://`. */
      url: string;
    }
  | {
      /** `owner/name`, `host/owner/name`, or an http(s) address. */
      repo: string;
      /** 7 to 64 hexadecimal digits. */
      commit: string;
      /** Relative, without `..`. */
      path: string;
      /** `12` or `12-40`. */
      lines?: string;
    }
);

/**
 * What an agent proposes for one question.
 * @public
 */
export interface ProposedAnswer {
  questionId: string;
  selectedChoices: string[];
  /** Left out: none. */
  notApplicableChoices?: AnswerState['notApplicableChoices'];
  /** Left out or null: the question applies. */
  notApplicable?: AnswerState['notApplicable'];
  /** Left out: the notes stay as they are. */
  notes?: string;
  /** Revision of the answer the agent has read; 0 for one not answered yet. */
  basedOn: number;
  agent: ProposalAgent;
  citations: Citation[];
  /** 0..1, as the agent sees it. */
  confidence?: number;
  /** Names the proposal: with the same key it counts once. */
  key: string;
}

/**
 * What became of a proposal. Only an open one can be decided on.
 * @public
 */
export const PROPOSAL_STATUSES = [
  'OPEN',
  'ACCEPTED',
  'CHANGED',
  'REJECTED',
  'SUPERSEDED',
  'EXPIRED',
] as const;

/**
 * One of {@link PROPOSAL_STATUSES}.
 * @public
 */
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/**
 * A proposed answer beside the one that stands. It moves no score.
 * @public
 */
export interface Proposal {
  id: string;
  questionId: string;
  status: ProposalStatus;
  selectedChoices: string[];
  notApplicableChoices: AnswerState['notApplicableChoices'];
  notApplicable: AnswerState['notApplicable'];
  /** Null: the notes stay as they are. */
  notes: string | null;
  basedOn: number;
  lensVersion: string;
  agent: ProposalAgent;
  citations: Citation[];
  confidence: number | null;
  key: string;
  /** Who the agent ran for. */
  proposedBy: string;
  proposedAt: string;
  expiresAt: string;
  /** When it was decided, superseded or expired. */
  endedAt: string | null;
  decidedBy: string | null;
  reason: string | null;
  /** The proposal that took its place, if it was one. */
  supersededBy: string | null;
}

/**
 * How a person decides on a proposal.
 * @public
 */
export type ProposalDecision = 'ACCEPT' | 'CHANGE' | 'REJECT';
