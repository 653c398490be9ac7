// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { dayParam } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import { instantSchema, riskSchema } from '../model';
import { named } from './named';
import {
  conflictOf,
  cursorParam,
  defineRoute,
  limitParam,
  manyParam,
  pageOf,
  seenRevision,
} from './route';

export const improvementStatusSchema = z.enum([
  'NOT_STARTED',
  'IN_PROGRESS',
  'COMPLETE',
  'RISK_ACKNOWLEDGED',
  'NOT_APPLICABLE',
]);
const httpUrl = z
  .string()
  .max(2048)
  .regex(/^https?:\/\//i, 'must start with http:// or https://');

const plannedSchema = {
  revision: z.number().int().min(0),
  status: improvementStatusSchema,
  /** Entity ref of a user or group of the catalog. */
  assignee: z.string().max(255).nullable(),
  dueDate: z.iso.date().nullable(),
  link: httpUrl.nullable(),
};

export const improvementSchema = z.object({
  questionId: z.string(),
  choiceId: z.string(),
  risk: riskSchema,
  /** The risk of not having the practice, as the lens names it. */
  riskLevel: z.enum(['HIGH', 'MEDIUM', 'LOW']).nullable(),
  /** Score of the review if only this practice were added; null as for scores. */
  scoreIfDone: z.number().int().nullable(),
  /** Points of the score that doing it, with what it needs, brings per practice. */
  gain: z.number(),
  /** Points of the score that it brings on its own. */
  gainAlone: z.number(),
  /** Practices that must be done together before the risk falls. */
  together: z.array(z.string()),
  ...plannedSchema,
  /**
   * True where the work is reported done but the answer does not say so yet:
   * until the answer selects the practice, the risk stays.
   */
  needsAnswer: z.boolean(),
  updatedAt: instantSchema.nullable(),
  updatedBy: z.string().nullable(),
});
named(
  improvementSchema,
  'Improvement',
  'A practice to put in place, and the plan for it',
);

export const putImprovementBodySchema = z.object({
  ...plannedSchema,
  revision: seenRevision,
  dueDate: dayParam.nullable(),
});

/** Body of the 409 of a stale write. */
export const improvementConflictSchema = conflictOf(
  improvementSchema,
  putImprovementBodySchema,
);
named(
  improvementConflictSchema,
  'ImprovementConflict',
  'A stale plan was refused: what stands and what was attempted',
);

export const planItemSchema = z.object({
  workloadId: z.string(),
  /** Title of the workload. */
  title: z.string(),
  entityRef: z.string().nullable(),
  owner: z.string().nullable(),
  lens: z.object({ id: z.string(), version: z.string() }),
  questionId: z.string(),
  choiceId: z.string(),
  ...plannedSchema,
  /** Its day is over (UTC), and the work is not. */
  late: z.boolean(),
  /** The answer says that the practice is in place, or that it does not apply. */
  inPlace: z.boolean(),
  /** Whether the caller may change it. */
  may: z.boolean(),
  updatedAt: instantSchema,
  updatedBy: z.string(),
});
named(
  planItemSchema,
  'PlanItem',
  'What is planned for a practice of a workload',
);

const idSchema = z.string().min(1).max(255);
const practiceRefSchema = {
  workloadId: idSchema,
  lens: idSchema,
  questionId: idSchema,
  choiceId: idSchema,
};

/** Most practices planned with one call. */
export const MAX_PLANNED = 1000;

const reviewPath = '/workloads/{workloadId}/reviews/{lensId}';

export const improvementRoutes = {
  listImprovements: defineRoute({
    method: 'get',
    path: `${reviewPath}/improvements`,
    summary: 'What to do next, ordered by what raises the score most per step',
    tag: 'improvements',
    access: 'workload.read',
    status: 200,
    response: z.object({
      score: z.number().int().nullable(),
      items: z.array(improvementSchema),
    }),
  }),
  putImprovement: defineRoute({
    method: 'put',
    path: `${reviewPath}/improvements/{questionId}/{choiceId}`,
    summary: 'Plan one practice: status, assignee, due date, link',
    tag: 'improvements',
    access: 'workload.update',
    audit: { eventId: 'improvement-mutate', actionType: 'update' },
    failures: {
      409: ['Somebody else changed it first', improvementConflictSchema],
    },
    body: putImprovementBodySchema,
    status: 200,
    response: improvementSchema,
  }),
  listPlanItems: defineRoute({
    method: 'get',
    path: '/improvements',
    summary: 'What is planned over all workloads, what is due first in front',
    tag: 'improvements',
    access: 'caller',
    query: z.object({
      scope: z
        .enum(['mine', 'team', 'all'])
        .default('all')
        .describe(
          'Assigned to the caller; or assigned to or owned by their groups; or all',
        ),
      status: manyParam
        .pipe(z.array(improvementStatusSchema).optional())
        .describe('Only these; what is to be done unless told'),
      lens: manyParam.describe('Ids of lenses'),
      owner: manyParam.describe('Entity refs of owners of workloads'),
      assignee: manyParam.describe('Entity refs; an empty text for nobody'),
      workload: manyParam.describe('Ids of workloads'),
      late: z
        .enum(['true', 'false'])
        .optional()
        .describe('Whether the day is over and the work is not'),
      cursor: cursorParam,
      limit: limitParam,
    }),
    status: 200,
    response: pageOf(planItemSchema),
  }),
  planMany: defineRoute({
    method: 'post',
    path: '/improvements',
    summary:
      'Plan many practices at once; each is stored or says why it is not',
    tag: 'improvements',
    access: 'caller',
    audit: { eventId: 'improvement-mutate', actionType: 'update-many' },
    body: z.object({
      items: z
        .array(
          z.object({ ...practiceRefSchema, revision: seenRevision.optional() }),
        )
        .min(1)
        .max(MAX_PLANNED),
      /** What is set; the rest stays as it is. */
      set: z
        .object({
          status: improvementStatusSchema.optional(),
          assignee: z.string().max(255).nullable().optional(),
          /** Assign each to the owner of its workload. */
          assignOwner: z.boolean().optional(),
          dueDate: dayParam.nullable().optional(),
          link: httpUrl.nullable().optional(),
        })
        .refine(
          set => Object.values(set).some(value => value !== undefined),
          'sets nothing',
        )
        .refine(
          ({ assignee, assignOwner }) => !assignOwner || assignee === undefined,
          'assigns to somebody and to the owner',
        ),
    }),
    status: 200,
    response: z.object({
      items: z.array(
        z.object({
          ...practiceRefSchema,
          title: z.string().nullable(),
          ok: z.boolean(),
          error: z.object({ name: z.string(), message: z.string() }).optional(),
          revision: z.number().int().optional(),
        }),
      ),
    }),
  }),
};
