import { dayParam } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import { instantSchema, riskSchema } from '../model';
import { named } from './named';
import { conflictOf, defineRoute, seenRevision } from './route';

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
};
