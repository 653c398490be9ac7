// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { dayParam } from '@ml-lens/lens-model/schemas';
import { GATE_REQUIREMENTS } from '@ml-lens/lens-model/gates';
import { z } from 'zod';
import { instantSchema, riskCountsSchema } from '../model';
import { named } from './named';
import { atParam, conflictOf, defineRoute } from './route';

const gateSchema = z.looseObject({
  id: z.string(),
  /** Id of the phase it ends. */
  phase: z.string(),
  name: z.string(),
  description: z.string().optional(),
  require: z.looseObject({
    noHigh: z.boolean().optional(),
    coverage: z.number().optional(),
    practices: z.array(z.string()).optional(),
    evidenceFresh: z.boolean().optional(),
    maxWaivers: z.number().optional(),
  }),
});
named(gateSchema, 'Gate', 'Where somebody says that the work may go on');

export const gateRequirementSchema = z.object({
  kind: z.enum(GATE_REQUIREMENTS),
  met: z.boolean(),
  /** The limit: a coverage 0..1, or how many there may be. */
  needed: z.number(),
  /** What it is compared with; of a practice 1 where it is in place. */
  found: z.number(),
  questionIds: z.array(z.string()),
  choiceId: z.string().optional(),
});
named(
  gateRequirementSchema,
  'GateRequirement',
  'One thing a gate asks for, and whether it is so',
);

const statusSchema = z.enum([
  'OPEN',
  'GO',
  'GO_WITH_CONDITIONS',
  'NO_GO',
  'WITHDRAWN',
]);

const conditionSchema = z.object({
  questionId: z.string().min(1).max(128),
  choiceId: z.string().min(1).max(128),
  /** A day, not before today. */
  dueDate: dayParam,
  note: z.string().max(2084).optional(),
});

export const gateBasisSchema = z.object({
  seq: z.number().int(),
  at: instantSchema,
  lensVersion: z.string(),
  gate: gateSchema,
  requirements: z.array(gateRequirementSchema),
  score: z.number().int().nullable(),
  readiness: z.number().int().nullable(),
  coverage: z.number(),
  currentPhase: z.string().nullable(),
  counts: riskCountsSchema,
  waivers: z.array(
    z.object({
      id: z.string(),
      questionId: z.string(),
      expiresAt: instantSchema,
    }),
  ),
  evidence: z.array(
    z.object({
      id: z.string(),
      questionId: z.string(),
      choiceId: z.string().nullable(),
      title: z.string(),
      verdict: z.string(),
      observedAt: instantSchema,
      stale: z.boolean(),
      contradictsAnswer: z.boolean(),
    }),
  ),
});
named(gateBasisSchema, 'GateBasis', 'What a decision rests on, for ever');

export const gateRequestSchema = z.object({
  number: z.number().int().min(1),
  status: statusSchema,
  comment: z.string(),
  requestedAt: instantSchema,
  requestedBy: z.string(),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  decisionComment: z.string().nullable(),
  conditions: z.array(conditionSchema),
  basis: gateBasisSchema.nullable(),
});
named(gateRequestSchema, 'GateRequest', 'A request to let the work go on');

export const gateStateSchema = z.object({
  gate: gateSchema,
  status: statusSchema.nullable(),
  met: z.boolean(),
  requirements: z.array(gateRequirementSchema),
  requests: z.array(gateRequestSchema),
});
named(gateStateSchema, 'GateState', 'A gate of a review, as it stands');

const decideBodySchema = z.object({
  decision: z.enum(['GO', 'GO_WITH_CONDITIONS', 'NO_GO', 'WITHDRAWN']),
  comment: z.string().max(2084).optional(),
  conditions: z.array(conditionSchema).max(100).optional(),
});
named(decideBodySchema, 'DecideGate', 'A decision on a request at a gate');

const gateConflictSchema = conflictOf(gateRequestSchema, decideBodySchema);
named(
  gateConflictSchema,
  'GateConflict',
  'The request is decided already: what stands and what was attempted',
);

const gatesPath = '/workloads/{workloadId}/reviews/{lensId}/gates';

export const gateRoutes = {
  listGates: defineRoute({
    method: 'get',
    path: gatesPath,
    summary: 'Gates of a review: what they ask for, and what was decided',
    tag: 'gates',
    access: 'workload.read',
    query: z.object({ at: atParam }),
    status: 200,
    response: z.object({
      items: z.array(gateStateSchema),
      /** Id of the gate the review comes to next; null where all are passed. */
      next: z.string().nullable(),
      /** The instant it speaks of. */
      at: instantSchema,
      may: z.object({ request: z.boolean(), decide: z.boolean() }),
    }),
  }),
  requestGate: defineRoute({
    method: 'post',
    path: `${gatesPath}/{gateId}/requests`,
    summary: 'Ask to let the work go on at a gate',
    tag: 'gates',
    access: 'workload.update',
    audit: { eventId: 'gate-mutate', actionType: 'request' },
    failures: { 409: 'A request at the gate waits for its decision already' },
    body: z.object({ comment: z.string().trim().max(2084).optional() }),
    status: 201,
    response: gateRequestSchema,
  }),
  decideGate: defineRoute({
    method: 'put',
    path: `${gatesPath}/{gateId}/requests/{number}`,
    summary:
      "Decide on a request, never on one's own; or take one's own back with WITHDRAWN",
    tag: 'gates',
    access: 'workload.gate',
    audit: { eventId: 'gate-mutate', actionType: 'decide' },
    failures: {
      409: ['The request is decided already', gateConflictSchema],
    },
    body: decideBodySchema,
    status: 200,
    response: gateRequestSchema,
  }),
};
