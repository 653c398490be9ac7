// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { PHASE_STATUSES, RISKS, STACK_RATINGS } from '@ml-lens/lens-model';
import { answerStateSchema } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';

/** The proposal an answer rests on, and the name of the agent that made it. */
export const proposalMarkSchema = z.object({
  id: z.string(),
  agent: z.string(),
});

/** RFC 3339 instant in UTC, e.g. `2026-03-01T09:30:00.000Z`. */
export const instantSchema = z.iso.datetime();

export const riskSchema = z.enum(RISKS);

export const answerSchema = answerStateSchema.extend({
  revision: z.number().int().min(0),
  risk: riskSchema,
  /** False when no risk rule held and the risk is HIGH for that reason. */
  ruleMatched: z.boolean(),
  updatedAt: instantSchema.nullable(),
  updatedBy: z.string().nullable(),
  proposal: proposalMarkSchema.optional(),
  /** When somebody last said that it is still true. */
  confirmedAt: instantSchema.nullable().optional(),
  confirmedBy: z.string().nullable().optional(),
});

export const riskCountsSchema = z.object({
  UNANSWERED: z.number().int(),
  HIGH: z.number().int(),
  MEDIUM: z.number().int(),
  NONE: z.number().int(),
  NOT_APPLICABLE: z.number().int(),
});

export const practiceCountSchema = z.object({
  /** Practices that are in place. */
  inPlace: z.number().int().min(0),
  /** Practices that apply, in place or not. */
  applicable: z.number().int().min(0),
});

const measures = {
  /** Whole number 0..100; null when nothing applicable is answered. */
  score: z.number().int().min(0).max(100).nullable(),
  /** Answered ÷ applicable, 0..1 (0 when no question is applicable). */
  coverage: z.number().min(0).max(1),
  counts: riskCountsSchema,
  practices: practiceCountSchema,
};

export const scopeSchema = z.object({ id: z.string(), ...measures });

export const matrixCellSchema = z.object({
  pillar: z.string(),
  phase: z.string(),
  ...measures,
});

export const dueMeasuresSchema = z.object({
  coverage: measures.coverage,
  counts: riskCountsSchema,
  practices: practiceCountSchema,
  /** What is left for later phases: neither due, nor in place already. */
  notDue: z.object({
    questions: z.number().int().min(0),
    practices: z.number().int().min(0),
  }),
});

export const scorecardSchema = z.object({
  ...measures,
  level: z.string(),
  /** Score over what is due in the current phase; null as for scores. */
  readiness: measures.score,
  /** Id of the phase the review is in; null before the first one begins. */
  currentPhase: z.string().nullable(),
  due: dueMeasuresSchema,
  pillars: z.array(scopeSchema),
  phases: z.array(scopeSchema),
  /** Pillar × phase; only cells that hold a question. */
  matrix: z.array(matrixCellSchema),
});

export const phaseStatusSchema = z.enum(PHASE_STATUSES);

export const iterationSchema = z.object({
  number: z.number().int().min(1),
  startedAt: instantSchema,
  startedBy: z.string(),
  completedAt: instantSchema.nullable(),
  /** When it ended: its completion, or the start of the next one by hand. */
  endedAt: instantSchema.nullable(),
  status: phaseStatusSchema,
  reason: z.string().optional(),
  /**
   * Begun by hand when the phase was complete: in progress until all answers of
   * the phase are given anew or confirmed.
   */
  confirms: z.boolean().optional(),
});

export const phaseStateSchema = z.object({
  id: z.string(),
  status: phaseStatusSchema,
  /** The day it is to begin. */
  plannedStart: z.iso.date().nullable(),
  /** The day it is to be complete. */
  targetDate: z.iso.date().nullable(),
  late: z.boolean(),
  iterations: z.array(iterationSchema),
  /** Questions whose answers the open iteration waits for. */
  unconfirmed: z.array(z.string()),
});

export const milestoneSchema = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  recordedAt: instantSchema,
  recordedBy: z.string(),
  lensVersion: z.string(),
  score: z.number().int().nullable(),
  coverage: z.number(),
  level: z.string(),
});

export const profileSchema = z.object({
  revision: z.number().int().min(0),
  layer: z.string().nullable(),
  skill: z.enum(STACK_RATINGS.skill).nullable(),
  timeToMarket: z.enum(STACK_RATINGS.timeToMarket).nullable(),
  customization: z.enum(STACK_RATINGS.customization).nullable(),
  updatedAt: instantSchema.nullable(),
  updatedBy: z.string().nullable(),
});

export const annotationProblemSchema = z.object({
  code: z.enum([
    'INVALID_WORKLOAD_ID',
    'INVALID_PRIMARY',
    'INVALID_LENSES',
    'INVALID_ARN',
    'UNKNOWN_LENS',
    'TWO_PRIMARIES',
    'NO_PRIMARY',
    'NO_OWNER',
    'UNKNOWN_OWNER',
    'UNKNOWN_SYSTEM',
    'TOO_MANY_ENTITIES',
    'LINK_PENDING',
    'LINK_REFUSED',
    'FOREIGN_PRIMARY',
  ]),
  entityRef: z.string(),
  annotation: z.string().optional(),
  value: z.string().optional(),
  /** Ref of who may allow a link, where the caller may see the workload. */
  mayAllow: z.string().optional(),
  message: z.string(),
});

export const reviewBriefSchema = z.object({
  lens: z.object({ id: z.string(), version: z.string(), name: z.string() }),
  ...measures,
  level: z.string(),
  updatedAt: instantSchema.nullable(),
});

export const workloadSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  /** Primary entity; for an orphaned workload the last one known, or null. */
  entityRef: z.string().nullable(),
  entityRefs: z.array(z.string()),
  owner: z.string().nullable(),
  system: z.string().nullable(),
  domain: z.string().nullable(),
  lifecycle: z.string().nullable(),
  tags: z.array(z.string()),
  lenses: z.array(z.string()),
  awsWorkloadArn: z.string().nullable(),
  orphaned: z.boolean(),
  profile: profileSchema,
  problems: z.array(annotationProblemSchema),
});

export const reviewEventTypeSchema = z.enum([
  'ANSWERED',
  'ITERATION_STARTED',
  'TARGET_SET',
  'MILESTONE_RECORDED',
  'LENS_UPGRADED',
  'PHASE_SET',
  'CONFIRMED',
  'MODEL_VERSION_REPORTED',
  'PRACTICES_COUNTED',
  'GATE_REQUESTED',
  'GATE_DECIDED',
]);

export const reviewEventSchema = z.object({
  /** Position in the review's history, from 1, without gaps. */
  seq: z.number().int().min(1),
  type: reviewEventTypeSchema,
  at: instantSchema,
  by: z.string(),
  source: z.enum(['USER', 'IMPORT', 'UNDO', 'UPGRADE', 'SYSTEM']),
  lensVersion: z.string(),
  questionId: z.string().nullable(),
  phaseId: z.string().nullable(),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  proposal: proposalMarkSchema.optional(),
});
