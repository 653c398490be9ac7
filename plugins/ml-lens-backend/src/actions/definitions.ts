// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OperationId } from '@ml-lens/backstage-plugin-ml-lens-common';

/** An action that is one operation of the API. */
export interface OperationAction {
  name: string;
  title: string;
  /** For agents: what it gives or does, and what to do next. */
  description: string;
  operation: OperationId;
  /** Fields of the query it offers. */
  query?: readonly string[];
  attributes: { readOnly: boolean; destructive: boolean; idempotent: boolean };
}

/** Also what those do that put several operations together. */
export const READS = { readOnly: true, destructive: false, idempotent: true };
/** What comes beside all there is; with the same key it comes once. */
const ADDS_ONCE = { readOnly: false, destructive: false, idempotent: true };
const ADDS = { readOnly: false, destructive: false, idempotent: false };
/** What takes the place of what was there. */
const REPLACES = { readOnly: false, destructive: true, idempotent: false };

/** Filters of the organisation that agents ask by. */
const FILTERS = ['lens', 'owner', 'system', 'tag'];

/**
 * What agents can do. Nothing here answers a question, approves a waiver,
 * decides on a proposal or publishes a lens: people do.
 */
export const OPERATION_ACTIONS: readonly OperationAction[] = [
  {
    name: 'list-workloads',
    title: 'List ML workloads',
    description:
      'List machine-learning workloads with score, coverage, level and counts of risks, a page at a time. Gives the workloadId and lens.id that other actions need.',
    operation: 'queryScorecards',
    query: [
      ...FILTERS,
      'domain',
      'level',
      'risk',
      'models',
      'q',
      'sort',
      'cursor',
      'limit',
    ],
    attributes: READS,
  },
  {
    name: 'get-review',
    title: 'Get a review',
    description:
      'Get the review of a workload: every answer with its revision and risk, scorecard, phases and milestones. Use list-questions for what is asked.',
    operation: 'getReview',
    query: ['at'],
    attributes: READS,
  },
  {
    name: 'get-improvement-plan',
    title: 'Get the improvement plan',
    description:
      'Get the practices that are missing in a workload, those that bring most in front, with assignee, due date and the score if done.',
    operation: 'listImprovements',
    attributes: READS,
  },
  {
    name: 'compare-review',
    title: 'Compare a review over time',
    description: 'Get what changed in a review between two points in time.',
    operation: 'getReviewDiff',
    query: ['from', 'to'],
    attributes: READS,
  },
  {
    name: 'list-proposals',
    title: 'List proposed answers',
    description:
      'List answers proposed for a review and what became of them, newest first.',
    operation: 'listProposals',
    query: ['status', 'question', 'cursor', 'limit'],
    attributes: READS,
  },
  {
    name: 'get-inbox',
    title: 'Get my inbox',
    description: 'Get what waits for the user you act for, most urgent first.',
    operation: 'getInbox',
    query: ['scope', 'cursor', 'limit'],
    attributes: READS,
  },
  {
    name: 'get-org-summary',
    title: 'Get the summary of the organisation',
    description:
      'Get mean score, coverage and counts over all workloads, in groups if asked.',
    operation: 'getSummary',
    query: [...FILTERS, 'groupBy', 'at'],
    attributes: READS,
  },
  {
    name: 'list-gaps',
    title: 'List the most frequent gaps',
    description:
      'List the practices that most workloads lack, with how many lack them.',
    operation: 'getGaps',
    query: [...FILTERS, 'limit'],
    attributes: READS,
  },
  {
    name: 'list-movers',
    title: 'List workloads that moved',
    description:
      'List the workloads whose score fell or rose most between two points in time, with the questions that caused it.',
    operation: 'getMovers',
    query: [...FILTERS, 'from', 'to', 'direction', 'limit'],
    attributes: READS,
  },
  {
    name: 'list-lenses',
    title: 'List lenses',
    description: 'List the lenses that workloads are reviewed with.',
    operation: 'listLenses',
    query: ['q', 'limit'],
    attributes: READS,
  },
  {
    name: 'propose-answers',
    title: 'Propose answers',
    description:
      'Propose answers to questions of a review; people decide on them, and no score moves before. All are taken or none, and every bad one is named. Cite a file or page for each practice selected, with choiceId and a literal quote. basedOn is the revision of the answer you read (0: not answered). Propose only what you have seen; leave out the rest.',
    operation: 'proposeAnswers',
    attributes: ADDS_ONCE,
  },
  {
    name: 'report-evidence',
    title: 'Report evidence',
    description:
      'Report what a test or check found about a practice. It is shown beside the answer and changes nothing.',
    operation: 'postEvidence',
    attributes: ADDS_ONCE,
  },
  {
    name: 'plan-improvement',
    title: 'Plan an improvement',
    description:
      'Set status, assignee, due date and link of the plan for one practice; replaces what was planned. Needs the revision from get-improvement-plan.',
    operation: 'putImprovement',
    attributes: REPLACES,
  },
  {
    name: 'request-waiver',
    title: 'Ask for a waiver',
    description:
      'Ask to accept the risk of a question until an instant. Somebody else decides.',
    operation: 'requestWaiver',
    attributes: ADDS,
  },
  {
    name: 'record-milestone',
    title: 'Record a milestone',
    description: 'Record the review as it stands under a name, for good.',
    operation: 'recordMilestone',
    attributes: ADDS,
  },
];
