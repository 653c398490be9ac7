// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { CHOICE_NOTES_MAX, NOTES_MAX } from '@ml-lens/lens-model';
import {
  isLineRange,
  isRepository,
  isRepositoryPath,
  PROPOSAL_STATUSES,
} from '@ml-lens/lens-model/proposals';
import { answerStateSchema } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import {
  answerSchema,
  instantSchema,
  phaseStateSchema,
  scorecardSchema,
} from '../model';
import { named } from './named';
import { putAnswerBodySchema } from './reviews';
import {
  conflictOf,
  cursorParam,
  defineRoute,
  errorBodySchema,
  limitParam,
  manyParam,
  pageOf,
  seenRevision,
} from './route';

/** Most that one call, or one proposal, may hold. */
const LIMITS = { proposals: 200, citations: 20, quote: 1000 };

const agentText = z.string().trim().min(1).max(100);
const agentSchema = z.object({
  name: agentText,
  version: agentText.optional(),
  model: agentText.optional(),
});
named(agentSchema, 'ProposalAgent', 'What proposes, as it says itself');

const quoted = {
  choiceId: z
    .string()
    .min(1)
    .max(128)
    .optional()
    .describe('The practice it speaks for; left out: the answer as a whole'),
  quote: z
    .string()
    .trim()
    .min(1)
    .max(LIMITS.quote)
    .describe('What is written there; text, never markup or instruction'),
};
const pageCitationSchema = z.strictObject({
  ...quoted,
  url: z
    .string()
    .max(2048)
    .regex(/^https?:\/\//i, 'must start with http:// or https://')
    .refine(URL.canParse, 'must be an address'),
});
const fileCitationSchema = z.strictObject({
  ...quoted,
  repo: z
    .string()
    .max(300)
    .refine(
      isRepository,
      'must be owner/name, host/owner/name or an http(s) address',
    )
    .describe('`owner/name`, `host/owner/name`, or an http(s) address'),
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/i, 'must be 7 to 64 hexadecimal digits'),
  path: z
    .string()
    .max(512)
    .refine(
      isRepositoryPath,
      'must be relative, with "/", without "." and ".." between them',
    ),
  lines: z
    .string()
    .max(20)
    .refine(isLineRange, 'must be as 12 or 12-40')
    .describe('`12` or `12-40`')
    .optional(),
});
export const citationSchema = z.union([pageCitationSchema, fileCitationSchema]);
named(
  citationSchema,
  'Citation',
  'Where it is written: a page, or lines of a file at a commit',
);

/**
 * What an agent proposes for one question.
 * @public
 */
export const proposedAnswerSchema = z.object({
  questionId: z.string().min(1).max(128),
  selectedChoices: answerStateSchema.shape.selectedChoices,
  notApplicableChoices: answerStateSchema.shape.notApplicableChoices.optional(),
  notApplicable: answerStateSchema.shape.notApplicable.optional(),
  notes: z
    .string()
    .max(NOTES_MAX)
    .optional()
    .describe('Left out: the notes stay as they are'),
  basedOn: seenRevision.describe(
    'Revision of the answer the agent has read; 0 for one not answered yet',
  ),
  agent: agentSchema,
  citations: z.array(citationSchema).max(LIMITS.citations),
  confidence: z.number().min(0).max(1).optional(),
  key: z
    .string()
    .min(1)
    .max(128)
    .describe('Names the proposal: with the same key it counts once'),
});
named(
  proposedAnswerSchema,
  'ProposedAnswer',
  'What an agent proposes for one question',
);

export const proposeBodySchema = z.object({
  proposals: z.array(proposedAnswerSchema).min(1).max(LIMITS.proposals),
});

export const proposalSchema = z.object({
  id: z.string(),
  questionId: z.string(),
  status: z.enum(PROPOSAL_STATUSES),
  selectedChoices: z.array(z.string()),
  notApplicableChoices: answerStateSchema.shape.notApplicableChoices,
  notApplicable: answerStateSchema.shape.notApplicable,
  notes: z.string().nullable(),
  basedOn: z.number().int().min(0),
  lensVersion: z.string(),
  agent: agentSchema,
  citations: z.array(citationSchema),
  confidence: z.number().nullable(),
  key: z.string(),
  proposedBy: z.string(),
  proposedAt: instantSchema,
  expiresAt: instantSchema,
  endedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  supersededBy: z.string().nullable(),
});
named(
  proposalSchema,
  'Proposal',
  'A proposed answer beside the one that stands; it moves no score',
);

/** What is wrong with a call that proposes; nothing was stored. */
export const proposalProblemSchema = z.object({
  /** JSON pointer into the body: `/proposals/3/selectedChoices/0`. */
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
});
const problemsBodySchema = errorBodySchema.extend({
  problems: z.array(proposalProblemSchema),
});
named(
  problemsBodySchema,
  'ProposalProblemsBody',
  'Every problem of a refused call; nothing was stored',
);

/** The three versions of an answer that changed under a proposal. */
const versions = {
  /** The answer the proposal started from; null where it is not at hand. */
  base: answerStateSchema.nullable(),
  /** The answer as it stands. */
  current: answerSchema,
};
const staleBodySchema = errorBodySchema.extend({
  problems: z.array(proposalProblemSchema),
  conflicts: z.array(
    z.object({
      /** Place of the proposal in the call, from 0. */
      index: z.number().int(),
      questionId: z.string(),
      proposal: z.unknown(),
      ...versions,
    }),
  ),
});
named(
  staleBodySchema,
  'StaleProposalsBody',
  'Answers changed, or keys were used, before the call: what was read, what is proposed, what stands',
);

export const decideProposalBodySchema = z.object({
  revision: seenRevision.describe('Revision of the answer the person saw'),
  decision: z.enum(['ACCEPT', 'CHANGE', 'REJECT']),
  answer: putAnswerBodySchema
    .omit({ revision: true })
    .optional()
    .describe('With CHANGE, required: what the person says instead'),
  reason: z
    .string()
    .trim()
    .max(CHOICE_NOTES_MAX * 4)
    .optional(),
});
const undoBodySchema = z.object({ revision: seenRevision });

const decisionConflictSchema = conflictOf(
  answerSchema,
  z.union([decideProposalBodySchema, undoBodySchema]),
).extend({ base: versions.base, proposal: proposalSchema });
named(
  decisionConflictSchema,
  'ProposalConflict',
  'The proposal or its answer changed first: the answer it started from, what is proposed, what stands',
);

const decidedSchema = z.object({
  proposal: proposalSchema,
  answer: answerSchema,
  scorecard: scorecardSchema,
  phases: z.array(phaseStateSchema),
});

const count = z.number().int().min(0);
export const proposalAgentStatsSchema = z.object({
  agent: z.string(),
  proposed: count,
  open: count,
  accepted: count,
  changed: count,
  rejected: count,
  superseded: count,
  expired: count,
  overruled: z.number().min(0).max(1).nullable(),
});

const proposalsPath = '/workloads/{workloadId}/reviews/{lensId}/proposals';

export const proposalRoutes = {
  listProposals: defineRoute({
    method: 'get',
    path: proposalsPath,
    summary: 'Proposed answers of a review, newest first',
    tag: 'proposals',
    access: 'workload.read',
    query: z.object({
      status: manyParam
        .pipe(z.array(z.enum(PROPOSAL_STATUSES)).optional())
        .describe('Only with one of these'),
      question: z
        .string()
        .max(128)
        .optional()
        .describe('Only what is about this question'),
      agent: z
        .string()
        .max(100)
        .optional()
        .describe('Only of the agent with this name'),
      cursor: cursorParam,
      limit: limitParam,
    }),
    status: 200,
    response: pageOf(proposalSchema),
  }),
  proposeAnswers: defineRoute({
    method: 'post',
    path: proposalsPath,
    summary:
      'Propose answers for people to decide on, all of them or none; no score moves',
    tag: 'proposals',
    access: 'workload.propose',
    audit: { eventId: 'proposal-mutate', actionType: 'create' },
    failures: {
      400: ['Every problem of the call; nothing stored', problemsBodySchema],
      409: [
        'Answers changed since they were read, or keys name other proposals; nothing stored',
        staleBodySchema,
      ],
      429: 'The caller has proposed too much; `Retry-After` says when to go on',
    },
    body: proposeBodySchema,
    checksBody: true,
    status: 201,
    response: z.object({ items: z.array(proposalSchema), created: count }),
  }),
  decideProposal: defineRoute({
    method: 'put',
    path: `${proposalsPath}/{proposalId}`,
    summary:
      'Accept, change or reject a proposal; accepting and changing answer the question in the name of the caller',
    tag: 'proposals',
    access: 'workload.update',
    audit: { eventId: 'proposal-mutate', actionType: 'decide' },
    failures: {
      409: [
        'The answer changed, or the proposal is not open any more',
        decisionConflictSchema,
      ],
    },
    body: decideProposalBodySchema,
    status: 200,
    response: decidedSchema,
  }),
  undoProposal: defineRoute({
    method: 'post',
    path: `${proposalsPath}/{proposalId}/undo`,
    summary:
      'Take a decision back while the answer is as it left it; the proposal is open again',
    tag: 'proposals',
    access: 'workload.update',
    audit: { eventId: 'proposal-mutate', actionType: 'undo' },
    failures: {
      409: [
        'The answer changed since, or there is no decision to take back',
        decisionConflictSchema,
      ],
    },
    body: undoBodySchema,
    status: 200,
    response: decidedSchema,
  }),
  getProposalAgents: defineRoute({
    method: 'get',
    path: '/proposals/agents',
    summary:
      'What became of the proposals of each agent, of workloads the caller may see',
    tag: 'proposals',
    access: 'caller',
    query: z.object({
      lens: z
        .string()
        .max(128)
        .optional()
        .describe('Only reviews with this lens, by id'),
    }),
    status: 200,
    response: z.object({ items: z.array(proposalAgentStatsSchema) }),
  }),
};
