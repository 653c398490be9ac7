// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { dayParam } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import { instantSchema } from '../model';
import { named } from './named';
import {
  conflictOf,
  cursorParam,
  defineRoute,
  limitParam,
  pageInfoSchema,
  seenRevision,
} from './route';

/** An organisation-wide aim: filters, level and phases, by a date. */
const targetFields = {
  name: z.string().trim().min(3).max(100),
  description: z.string().max(2084).default(''),
  lens: z.string().min(1).max(128),
  /** Which workloads it is for; every filter empty: all of them. */
  filter: z
    .object({
      owner: z.array(z.string()).optional(),
      system: z.array(z.string()).optional(),
      domain: z.array(z.string()).optional(),
      lifecycle: z.array(z.string()).optional(),
      tag: z.array(z.string()).optional(),
    })
    .default({}),
  /** Least score a workload, or each of the phases named, must reach. */
  minScore: z.number().int().min(0).max(100),
  /** Least coverage, 0..1. */
  minCoverage: z.number().min(0).max(1).default(0.5),
  /** Phases it is about; empty: the whole lens. */
  phases: z.array(z.string()).max(50).default([]),
  startDate: z.iso.date(),
  dueDate: z.iso.date(),
};

/** The same where somebody gives them. */
const targetParams = {
  ...targetFields,
  startDate: dayParam,
  dueDate: dayParam,
};

export const targetSchema = z.object({
  id: z.string(),
  ...targetFields,
  revision: z.number().int(),
  createdAt: instantSchema,
  createdBy: z.string(),
  /** Workloads the caller may see that it is for, and those that reach it. */
  workloads: z.number().int(),
  reached: z.number().int(),
  /** Rounded mean of their readiness; null where there is none. */
  readiness: z.number().int().nullable(),
});
named(targetSchema, 'Target', 'An organisation-wide aim');

export const updateTargetBodySchema = z.object({
  ...targetParams,
  revision: seenRevision,
});

/** Body of the 409 of a stale write. */
export const targetConflictSchema = conflictOf(
  targetSchema,
  updateTargetBodySchema,
);
named(
  targetConflictSchema,
  'TargetConflict',
  'A stale target was refused: what stands and what was attempted',
);

export const targetRoutes = {
  listTargets: defineRoute({
    method: 'get',
    path: '/targets',
    summary: 'Organisation-wide targets with progress',
    tag: 'targets',
    access: 'caller',
    query: z.object({
      workload: z
        .string()
        .max(64)
        .optional()
        .describe('Any of these workloads, by id'),
    }),
    status: 200,
    response: z.object({ items: z.array(targetSchema) }),
  }),
  createTarget: defineRoute({
    method: 'post',
    path: '/targets',
    summary: 'Set a target for part of the organisation',
    tag: 'targets',
    access: 'target.manage',
    audit: { eventId: 'target-mutate', actionType: 'create' },
    failures: {
      409: 'There are 100 targets already',
    },
    body: z.object(targetParams),
    status: 201,
    response: targetSchema,
  }),
  updateTarget: defineRoute({
    method: 'put',
    path: '/targets/{targetId}',
    summary: 'Change a target; a stale revision gets 409 with both versions',
    tag: 'targets',
    access: 'target.manage',
    audit: { eventId: 'target-mutate', actionType: 'update' },
    failures: {
      409: ['Somebody else changed it first', targetConflictSchema],
    },
    body: updateTargetBodySchema,
    status: 200,
    response: targetSchema,
  }),
  deleteTarget: defineRoute({
    method: 'delete',
    path: '/targets/{targetId}',
    summary: 'Remove a target',
    tag: 'targets',
    access: 'target.manage',
    audit: { eventId: 'target-mutate', actionType: 'delete' },
    status: 204,
    response: null,
  }),
  getTargetProgress: defineRoute({
    method: 'get',
    path: '/targets/{targetId}/progress',
    summary: 'Burn-up of a target by week, and who is behind',
    tag: 'targets',
    access: 'caller',
    query: z.object({ cursor: cursorParam, limit: limitParam }),
    status: 200,
    response: z.object({
      points: z.array(
        z.object({
          date: z.iso.date(),
          workloads: z.number().int(),
          reached: z.number().int(),
        }),
      ),
      behind: z.array(
        z.object({
          workloadId: z.string(),
          entityRef: z.string().nullable(),
          title: z.string(),
          owner: z.string().nullable(),
          score: z.number().int().nullable(),
          readiness: z.number().int().nullable(),
          coverage: z.number(),
        }),
      ),
      totalItems: z.number().int(),
      pageInfo: pageInfoSchema,
    }),
  }),
};
