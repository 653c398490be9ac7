// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { momentParam } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import { improvementStatusSchema } from './improvements';
import { named } from './named';
import { moverSchema } from './org';
import {
  atParam,
  cursorParam,
  defineRoute,
  limitParam,
  pageInfoSchema,
} from './route';
import { orgFilterShape, rollupSchema } from './scorecards';

const reportedShape = {
  workloadId: z.string(),
  title: z.string(),
  entityRef: z.string().nullable(),
  lens: z.object({ id: z.string(), version: z.string() }),
};

export const groupReportSchema = rollupSchema.extend({
  key: z.string().nullable(),
  /** Rounded mean of the readiness there is; null without any. */
  readiness: z.number().int().nullable(),
  /** The same group at the instant it is compared with; null without one. */
  before: z
    .object({
      workloads: z.number().int(),
      score: z.number().int().nullable(),
      high: z.number().int(),
    })
    .nullable(),
  /** Questions at high risk, those of most workloads first. */
  risks: z.array(
    z.object({
      lensId: z.string(),
      questionId: z.string(),
      high: z.number().int(),
      /** Workloads where it applies and is answered. */
      judged: z.number().int(),
    }),
  ),
  /** Who got worse since; none without an instant to compare with. */
  worse: z.array(moverSchema),
  worseCount: z.number().int(),
  /** Practices that were to be in place by now, longest overdue first. */
  late: z.array(
    z.object({
      ...reportedShape,
      questionId: z.string(),
      choiceId: z.string(),
      assignee: z.string().nullable(),
      status: improvementStatusSchema,
      dueDate: z.iso.date(),
    }),
  ),
  lateCount: z.number().int(),
  /** What falls due in the next 90 days: reviews, phases, practices. */
  dates: z.array(
    z.object({
      ...reportedShape,
      date: z.iso.date(),
      kind: z.enum(['REVIEW', 'PHASE', 'PRACTICE']),
      phase: z.string().nullable(),
      questionId: z.string().nullable(),
      choiceId: z.string().nullable(),
    }),
  ),
  dateCount: z.number().int(),
});
named(groupReportSchema, 'GroupReport', 'What a meeting needs of one group');

export const groupReportRoutes = {
  getGroupReports: defineRoute({
    method: 'get',
    path: '/scorecards/reports',
    summary:
      'A report for each owner, system or domain: figures, risks, who got worse, what is late and what falls due',
    tag: 'scorecards',
    access: 'caller',
    query: z.object({
      ...orgFilterShape,
      groupBy: z
        .enum(['owner', 'system', 'domain'])
        .default('owner')
        .describe('What a report is about'),
      since: momentParam
        .optional()
        .describe('Compare with this instant, or the end of this day (UTC)'),
      cursor: cursorParam,
      limit: limitParam,
      at: atParam,
    }),
    status: 200,
    response: z.object({
      groupBy: z.enum(['owner', 'system', 'domain']),
      at: z.iso.datetime(),
      since: z.iso.datetime().nullable(),
      items: z.array(groupReportSchema),
      totalItems: z.number().int(),
      pageInfo: pageInfoSchema,
    }),
  }),
};
