/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { z } from 'zod';
import { stackRatings } from './lens/document';

/** RFC 3339 instant in UTC, e.g. `2026-03-01T09:30:00.000Z`. */
export const instantSchema = z.iso.datetime();

/**
 * Risk of one question.
 * @public
 */
export const riskSchema = z.enum([
  'UNANSWERED',
  'HIGH',
  'MEDIUM',
  'NONE',
  'NOT_APPLICABLE',
]);
/** @public */
export type Risk = z.infer<typeof riskSchema>;

/**
 * Why a question or choice does not apply (the reasons of the AWS tool).
 * @public
 */
export const reasonSchema = z.enum([
  'OUT_OF_SCOPE',
  'BUSINESS_PRIORITIES',
  'ARCHITECTURE_CONSTRAINTS',
  'OTHER',
  'NONE',
]);
/** @public */
export type Reason = z.infer<typeof reasonSchema>;

/** Longest note on an answer, and on a choice (limits of the AWS tool). */
export const NOTES_MAX = 2084;
export const CHOICE_NOTES_MAX = 250;

export const evidenceSchema = z.object({
  id: z.string().max(128).optional(),
  title: z.string().min(1).max(200),
  url: z
    .string()
    .max(2048)
    .regex(/^https?:\/\//i, 'must start with http:// or https://')
    .optional(),
  note: z.string().max(1000).optional(),
});
/** @public */
export type Evidence = z.infer<typeof evidenceSchema>;

export const notApplicableSchema = z.object({
  reason: reasonSchema,
  notes: z.string().max(NOTES_MAX).optional(),
});

export const choiceNotApplicableSchema = z.object({
  choiceId: z.string().min(1).max(128),
  reason: reasonSchema,
  notes: z.string().max(CHOICE_NOTES_MAX).optional(),
});
/** @public */
export type ChoiceNotApplicable = z.infer<typeof choiceNotApplicableSchema>;

/**
 * What a person said about one question. Everything else about an answer is
 * derived from this and the lens.
 */
export const answerStateSchema = z.object({
  selectedChoices: z.array(z.string().min(1).max(128)).max(15),
  notApplicableChoices: z.array(choiceNotApplicableSchema).max(15),
  notApplicable: notApplicableSchema.nullable(),
  notes: z.string().max(NOTES_MAX),
  evidence: z.array(evidenceSchema).max(50),
});
/** @public */
export type AnswerState = z.infer<typeof answerStateSchema>;

/**
 * An answer as the API gives it. A question not answered yet has revision 0.
 */
export const answerSchema = answerStateSchema.extend({
  revision: z.number().int().min(0),
  risk: riskSchema,
  /** False when no risk rule held and the risk is HIGH for that reason. */
  ruleMatched: z.boolean(),
  updatedAt: instantSchema.nullable(),
  updatedBy: z.string().nullable(),
});
/** @public */
export type Answer = z.infer<typeof answerSchema>;

export const riskCountsSchema = z.object({
  UNANSWERED: z.number().int(),
  HIGH: z.number().int(),
  MEDIUM: z.number().int(),
  NONE: z.number().int(),
  NOT_APPLICABLE: z.number().int(),
});
/** @public */
export type RiskCounts = z.infer<typeof riskCountsSchema>;

export const practiceCountSchema = z.object({
  /** Practices that are in place. */
  inPlace: z.number().int().min(0),
  /** Practices that apply, in place or not. */
  applicable: z.number().int().min(0),
});
/** @public */
export type PracticeCount = z.infer<typeof practiceCountSchema>;

const measures = {
  /** Whole number 0..100; null when nothing applicable is answered. */
  score: z.number().int().min(0).max(100).nullable(),
  /** Answered ÷ applicable, 0..1 (0 when no question is applicable). */
  coverage: z.number().min(0).max(1),
  counts: riskCountsSchema,
  practices: practiceCountSchema,
};

export const scopeSchema = z.object({ id: z.string(), ...measures });
/** @public */
export type Scope = z.infer<typeof scopeSchema>;

export const matrixCellSchema = z.object({
  pillar: z.string(),
  phase: z.string(),
  ...measures,
});
/** @public */
export type MatrixCell = z.infer<typeof matrixCellSchema>;

export const scorecardSchema = z.object({
  ...measures,
  level: z.string(),
  pillars: z.array(scopeSchema),
  phases: z.array(scopeSchema),
  /** Pillar × phase; only cells that hold a question. */
  matrix: z.array(matrixCellSchema),
});
/** @public */
export type Scorecard = z.infer<typeof scorecardSchema>;

export const phaseStatusSchema = z.enum([
  'NOT_STARTED',
  'IN_PROGRESS',
  'AT_RISK',
  'COMPLETE',
]);
/** @public */
export type PhaseStatus = z.infer<typeof phaseStatusSchema>;

export const iterationSchema = z.object({
  number: z.number().int().min(1),
  startedAt: instantSchema,
  startedBy: z.string(),
  completedAt: instantSchema.nullable(),
  /** When it ended: its completion, or the start of the next one by hand. */
  endedAt: instantSchema.nullable(),
  status: phaseStatusSchema,
  reason: z.string().optional(),
});
/** @public */
export type Iteration = z.infer<typeof iterationSchema>;

export const phaseStateSchema = z.object({
  id: z.string(),
  status: phaseStatusSchema,
  targetDate: z.iso.date().nullable(),
  late: z.boolean(),
  iterations: z.array(iterationSchema),
});
/** @public */
export type PhaseState = z.infer<typeof phaseStateSchema>;

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
/** @public */
export type Milestone = z.infer<typeof milestoneSchema>;

export const profileSchema = z.object({
  revision: z.number().int().min(0),
  layer: z.string().nullable(),
  skill: stackRatings.skill.nullable(),
  timeToMarket: stackRatings.timeToMarket.nullable(),
  customization: stackRatings.customization.nullable(),
  updatedAt: instantSchema.nullable(),
  updatedBy: z.string().nullable(),
});
/** @public */
export type WorkloadProfile = z.infer<typeof profileSchema>;

/**
 * Something in the catalog that cannot be used as it stands.
 */
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
/** @public */
export type AnnotationProblem = z.infer<typeof annotationProblemSchema>;

/**
 * Whether a problem is about an entity that names a workload without belonging
 * to it.
 * @public
 */
export function isLinkProblem({ code }: { code: string }): boolean {
  return ['LINK_PENDING', 'LINK_REFUSED', 'FOREIGN_PRIMARY'].includes(code);
}

export const reviewBriefSchema = z.object({
  lens: z.object({ id: z.string(), version: z.string(), name: z.string() }),
  ...measures,
  level: z.string(),
  updatedAt: instantSchema.nullable(),
});
/** @public */
export type ReviewBrief = z.infer<typeof reviewBriefSchema>;

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
/** @public */
export type Workload = z.infer<typeof workloadSchema>;

export const reviewEventTypeSchema = z.enum([
  'ANSWERED',
  'ITERATION_STARTED',
  'TARGET_SET',
  'MILESTONE_RECORDED',
  'LENS_UPGRADED',
]);

/**
 * One line of a review's history. `before` and `after` are: the answer state
 * for ANSWERED; `{ reason }` (after) for ITERATION_STARTED; `{ targetDate }`
 * for TARGET_SET; `{ id, name, note }` (after) for MILESTONE_RECORDED;
 * `{ lensVersion, answers: Record<questionId, AnswerState | null> }` for
 * LENS_UPGRADED (only the answers the upgrade changed or dropped).
 */
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
});
/** @public */
export type ReviewEvent = z.infer<typeof reviewEventSchema>;
