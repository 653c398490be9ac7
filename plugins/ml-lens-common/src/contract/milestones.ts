// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { answerStateSchema } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import {
  instantSchema,
  milestoneSchema,
  proposalMarkSchema,
  riskCountsSchema,
  riskSchema,
} from '../model';
import { named } from './named';
import { defineRoute } from './route';

/** A point in a review's life: a milestone's id, an instant, or `now`. */
const pointParam = z.string().min(1).max(128);

const figuresSchema = z.object({
  score: z.number().int().nullable(),
  coverage: z.number(),
  level: z.string(),
  counts: riskCountsSchema,
});

export const diffPointSchema = figuresSchema.extend({
  at: instantSchema,
  lensVersion: z.string(),
  milestone: z.object({ id: z.string(), name: z.string() }).nullable(),
});

const scopeChangeSchema = z.object({
  id: z.string(),
  before: z.number().int().nullable(),
  after: z.number().int().nullable(),
});

const sideSchema = z.object({
  risk: riskSchema,
  state: answerStateSchema.nullable(),
  updatedAt: instantSchema.nullable(),
  updatedBy: z.string().nullable(),
  proposal: proposalMarkSchema.optional(),
});

/** What changed in a review between two points. */
export const reviewDiffSchema = z.object({
  from: diffPointSchema,
  to: diffPointSchema,
  /** Only questions that differ, in lens order; dropped ones last. */
  questions: z.array(
    z.object({
      questionId: z.string(),
      title: z.string(),
      pillar: z.string(),
      phase: z.string().nullable(),
      kind: z.enum(['ANSWERED', 'CHANGED', 'CLEARED', 'ADDED', 'REMOVED']),
      before: sideSchema.nullable(),
      after: sideSchema.nullable(),
      selected: z.array(z.string()),
      deselected: z.array(z.string()),
    }),
  ),
  pillars: z.array(scopeChangeSchema),
  phases: z.array(scopeChangeSchema),
  /** What was decided at gates in between, oldest first. */
  gates: z.array(
    z.object({
      gate: z.string(),
      /** As the gate was called then; its id where nobody knows. */
      name: z.string(),
      number: z.number().int(),
      decision: z.enum(['GO', 'GO_WITH_CONDITIONS', 'NO_GO']),
      decidedAt: instantSchema,
      decidedBy: z.string(),
    }),
  ),
});
named(
  reviewDiffSchema,
  'ReviewDiff',
  'What changed in a review between two points',
);

export const scorePointSchema = z.object({
  at: instantSchema,
  seq: z.number().int(),
  score: z.number().int().nullable(),
  coverage: z.number(),
  level: z.string(),
});
named(scorePointSchema, 'ScorePoint', 'Score of a review at an instant');

const reviewPath = '/workloads/{workloadId}/reviews/{lensId}';

export const milestoneRoutes = {
  listMilestones: defineRoute({
    method: 'get',
    path: `${reviewPath}/milestones`,
    summary: 'Milestones of a review, oldest first',
    tag: 'milestones',
    access: 'workload.read',
    status: 200,
    response: z.object({ items: z.array(milestoneSchema) }),
  }),
  recordMilestone: defineRoute({
    method: 'post',
    path: `${reviewPath}/milestones`,
    summary: 'Record the review as it stands, under a name; it never changes',
    tag: 'milestones',
    access: 'workload.update',
    audit: { eventId: 'milestone-mutate', actionType: 'create' },
    failures: {
      409: 'The name is taken, or the review has 100 already',
    },
    body: z.object({
      name: z.string().trim().min(3).max(100),
      note: z.string().max(2084).default(''),
    }),
    status: 201,
    response: milestoneSchema,
  }),
  getReviewDiff: defineRoute({
    method: 'get',
    path: `${reviewPath}/diff`,
    summary: 'What changed between two points: milestone ids, instants, or now',
    tag: 'milestones',
    access: 'workload.read',
    query: z.object({
      from: pointParam.describe(
        'Where to begin: the id of a milestone, an instant, or `now`',
      ),
      to: pointParam
        .default('now')
        .describe('Where to end: the id of a milestone, an instant, or `now`'),
    }),
    status: 200,
    response: reviewDiffSchema,
  }),
  getScoreHistory: defineRoute({
    method: 'get',
    path: `${reviewPath}/score-history`,
    summary:
      'Score over time, at most 500 points, with milestones and lens upgrades',
    tag: 'milestones',
    access: 'workload.read',
    status: 200,
    response: z.object({
      points: z.array(scorePointSchema),
      milestones: z.array(milestoneSchema),
      upgrades: z.array(
        z.object({ at: instantSchema, from: z.string(), to: z.string() }),
      ),
    }),
  }),
};
