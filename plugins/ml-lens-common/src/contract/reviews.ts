// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { CONFIRM_REASONS } from '@ml-lens/lens-model/confirm';
import { answerStateSchema, dayParam } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import {
  annotationProblemSchema,
  answerSchema,
  instantSchema,
  milestoneSchema,
  phaseStateSchema,
  profileSchema,
  reviewBriefSchema,
  reviewEventSchema,
  scorecardSchema,
  workloadSchema,
} from '../model';
import { workloadModelSchema } from './models';
import { named } from './named';
import { lensDefinitionSchema } from './lenses';
import {
  atParam,
  cursorParam,
  conflictOf,
  defineRoute,
  limitParam,
  pageOf,
  seenRevision,
} from './route';
import { waiverSchema } from './waivers';

export const answerDoubtSchema = z.object({
  questionId: z.string(),
  reason: z.enum(CONFIRM_REASONS),
  since: instantSchema,
  detail: z.string().nullable(),
});
named(
  answerDoubtSchema,
  'AnswerDoubt',
  'Why somebody has to say that an answer is still true',
);

export const reviewSchema = z.object({
  workload: workloadSchema,
  lens: z.object({ id: z.string(), version: z.string(), name: z.string() }),
  /** The instant the answer speaks of. */
  at: instantSchema,
  answers: z.record(z.string(), answerSchema),
  scorecard: scorecardSchema,
  phases: z.array(phaseStateSchema),
  milestones: z.array(milestoneSchema),
  /** Answers in doubt at the instant, with every reason, longest first. */
  toConfirm: z.array(answerDoubtSchema),
});
named(reviewSchema, 'Review', 'One workload assessed with one lens version');

export const workloadDetailsSchema = workloadSchema.extend({
  reviews: z.array(reviewBriefSchema),
});
named(workloadDetailsSchema, 'WorkloadDetails', 'A workload with its reviews');

/** Everything the entity tab shows, in one answer. */
export const entityReviewSchema = z.object({
  /** Null when the entity's annotation cannot be used; see `problems`. */
  workload: workloadDetailsSchema.nullable(),
  /** Null when no lens of the workload is published. */
  review: reviewSchema.nullable(),
  lens: lensDefinitionSchema.nullable(),
  /**
   * The latest published version of the lens where it is newer than the
   * review's; reviews are never moved unasked. Major: reviewers must look
   * again.
   */
  upgradeTo: z.object({ version: z.string(), isMajor: z.boolean() }).nullable(),
  /** Waivers asked for or in force at the instant; newest first. */
  waivers: z.array(waiverSchema),
  /** Proposals that wait for somebody to decide on them. */
  openProposals: z.number().int().min(0),
  /** Models of the workload as they are now; empty where it names none. */
  models: z.array(workloadModelSchema),
  /** When the review is to be looked at again; null before its first answer. */
  dueAt: instantSchema.nullable(),
  /**
   * What signals on the channel {@link REVIEW_SIGNALS} call this review; means
   * nothing to anybody who cannot read it.
   */
  liveTopic: z.string().nullable(),
  problems: z.array(annotationProblemSchema),
  /** What the caller may do with the workload. */
  may: z.object({
    update: z.boolean(),
    approve: z.boolean(),
    /** Decide who belongs to the workload. */
    links: z.boolean(),
  }),
});
named(
  entityReviewSchema,
  'EntityReview',
  'Everything the tab of a catalog entity shows',
);

export const putAnswerBodySchema = z.object({
  /** The revision the writer saw; 0 for a question not answered yet. */
  revision: seenRevision,
  selectedChoices: answerStateSchema.shape.selectedChoices,
  /** Left out: none. */
  notApplicableChoices: answerStateSchema.shape.notApplicableChoices.optional(),
  /** Left out or null: the question applies. */
  notApplicable: answerStateSchema.shape.notApplicable.optional(),
  /** Left out: the notes stay as they are. */
  notes: answerStateSchema.shape.notes.optional(),
  /** Left out: the evidence stays as it is. */
  evidence: answerStateSchema.shape.evidence.optional(),
});
named(
  putAnswerBodySchema,
  'PutAnswer',
  'A new answer and the revision it follows',
);

export const phaseEntrySchema = z.object({
  phase: z.string(),
  /** Questions with their practices that became due, in the lens's order. */
  due: z.array(
    z.object({ questionId: z.string(), choiceIds: z.array(z.string()) }),
  ),
});
named(
  phaseEntrySchema,
  'PhaseEntry',
  'A phase that was entered, and what became due with it',
);

export const answerResultSchema = z.object({
  answer: answerSchema,
  scorecard: scorecardSchema,
  phases: z.array(phaseStateSchema),
  /** Where the answer moved the review to a later phase. */
  entered: phaseEntrySchema.optional(),
});
named(
  answerResultSchema,
  'AnswerResult',
  'The stored answer and what became of it',
);

/** Body of the 409 of a stale write. */
export const answerConflictSchema = conflictOf(
  answerSchema,
  putAnswerBodySchema,
);
named(
  answerConflictSchema,
  'AnswerConflict',
  'A stale answer was refused: what stands and what was attempted',
);

export const putProfileBodySchema = profileSchema
  .omit({ updatedAt: true, updatedBy: true })
  .extend({ revision: seenRevision });
/** Body of the 409 of a stale write. */
export const profileConflictSchema = conflictOf(
  profileSchema,
  putProfileBodySchema,
);
named(
  profileConflictSchema,
  'ProfileConflict',
  'A stale profile was refused: what stands and what was attempted',
);

const phasesResultSchema = z.object({ phases: z.array(phaseStateSchema) });

const entityPath = '/entities/{kind}/{namespace}/{name}';
const reviewPath = '/workloads/{workloadId}/reviews/{lensId}';

const historyPageSchema = pageOf(reviewEventSchema);
named(historyPageSchema, 'HistoryPage', 'A page of events');

export const reviewRoutes = {
  getEntityWorkload: defineRoute({
    method: 'get',
    path: `${entityPath}/workload`,
    summary: 'The workload an entity belongs to',
    tag: 'workloads',
    access: 'entity',
    status: 200,
    response: workloadDetailsSchema,
  }),
  getEntityReview: defineRoute({
    method: 'get',
    path: `${entityPath}/review`,
    summary: 'Everything the entity tab shows: workload, review and lens',
    tag: 'workloads',
    access: 'entity',
    query: z.object({
      lens: z
        .string()
        .max(128)
        .optional()
        .describe('Any of these lenses, by id'),
      at: atParam,
    }),
    status: 200,
    response: entityReviewSchema,
  }),
  getWorkload: defineRoute({
    method: 'get',
    path: '/workloads/{workloadId}',
    summary: 'A workload, its entities and its reviews in brief',
    tag: 'workloads',
    access: 'workload.read',
    status: 200,
    response: workloadDetailsSchema,
  }),
  getProfile: defineRoute({
    method: 'get',
    path: '/workloads/{workloadId}/profile',
    summary: 'ML stack layer and ratings of a workload',
    tag: 'workloads',
    access: 'workload.read',
    status: 200,
    response: profileSchema,
  }),
  putProfile: defineRoute({
    method: 'put',
    path: '/workloads/{workloadId}/profile',
    summary:
      'Set ML stack layer and ratings; a stale revision gets 409 with both versions',
    tag: 'workloads',
    access: 'workload.update',
    audit: { eventId: 'profile-mutate', actionType: 'update' },
    failures: {
      409: ['Somebody else changed it first', profileConflictSchema],
    },
    body: putProfileBodySchema,
    status: 200,
    response: profileSchema,
  }),
  getReview: defineRoute({
    method: 'get',
    path: reviewPath,
    summary:
      'A review: answers, scorecard, phases, milestones; now or at an instant',
    tag: 'reviews',
    access: 'workload.read',
    looksUp: 'workload',
    query: z.object({ at: atParam }),
    status: 200,
    response: reviewSchema,
  }),
  putAnswer: defineRoute({
    method: 'put',
    path: `${reviewPath}/answers/{questionId}`,
    summary: 'Answer a question; a stale revision gets 409 with both versions',
    tag: 'reviews',
    access: 'workload.update',
    looksUp: 'workload',
    audit: { eventId: 'answer-mutate', actionType: 'update' },
    failures: {
      409: ['Somebody else answered first', answerConflictSchema],
    },
    body: putAnswerBodySchema,
    status: 200,
    response: answerResultSchema,
  }),
  listHistory: defineRoute({
    method: 'get',
    path: `${reviewPath}/history`,
    summary: 'Events of a review, newest first',
    tag: 'reviews',
    access: 'workload.read',
    query: z.object({
      question: z
        .string()
        .max(128)
        .optional()
        .describe('Only what is about this question'),
      cursor: cursorParam,
      limit: limitParam,
    }),
    status: 200,
    response: historyPageSchema,
  }),
  startIteration: defineRoute({
    method: 'post',
    path: `${reviewPath}/phases/{phaseId}/iterations`,
    summary: 'Start the next iteration of a phase by hand',
    tag: 'reviews',
    access: 'workload.update',
    audit: { eventId: 'iteration-mutate', actionType: 'start' },
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    status: 201,
    response: phasesResultSchema,
  }),
  putPhaseTarget: defineRoute({
    method: 'put',
    path: `${reviewPath}/phases/{phaseId}/target`,
    summary: 'Plan a phase: set or clear its target date and planned start',
    tag: 'reviews',
    access: 'workload.update',
    audit: { eventId: 'phase-target-mutate', actionType: 'update' },
    body: z.object({
      targetDate: dayParam.nullable(),
      plannedStart: dayParam
        .nullable()
        .optional()
        .describe('The day it is to begin; left out: as it was'),
    }),
    status: 200,
    response: phasesResultSchema,
  }),
  putReviewPhase: defineRoute({
    method: 'put',
    path: `${reviewPath}/phase`,
    summary:
      'Say which phase a review is in, or with null leave it to its timeline',
    tag: 'reviews',
    access: 'workload.update',
    audit: { eventId: 'review-phase-mutate', actionType: 'update' },
    body: z.object({ phase: z.string().min(1).max(128).nullable() }),
    status: 200,
    response: z.object({
      currentPhase: z.string().nullable(),
      scorecard: scorecardSchema,
      entered: phaseEntrySchema.optional(),
    }),
  }),
};
