// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { instantSchema } from '../model';
import { named } from './named';
import {
  cursorParam,
  defineRoute,
  limitParam,
  manyParam,
  pageInfoSchema,
} from './route';

export const inboxKindSchema = z.enum([
  'WAIVER_TO_DECIDE',
  'WAIVER_DECIDED',
  'WAIVER_ENDING',
  'ASSIGNED',
  'REVIEW_DUE',
  'CONFIRM',
  'PHASE_LATE',
  'PHASE_DUE',
  'TARGET_BEHIND',
  'LINK_PENDING',
  'UPGRADE_AVAILABLE',
  'PROPOSALS',
  'CONTRADICTION',
  'GATE_TO_DECIDE',
]);
export const inboxItemSchema = z.object({
  /** The same for as long as it waits. */
  id: z.string(),
  kind: inboxKindSchema,
  workloadId: z.string(),
  /** Title of the workload. */
  title: z.string(),
  lens: z.string().optional(),
  questionId: z.string().optional(),
  /** Until when; days end with their last instant (UTC). */
  dueAt: instantSchema.nullable(),
  since: instantSchema.nullable(),
  /**
   * What it is about, by kind: what was said of a waiver, the id of the
   * practice, of the phase or of the gate, the name of the target, the version of the lens,
   * the ref of the entity, how many proposals there are; else empty.
   */
  reason: z.string(),
  /** Where it is dealt with, in the portal. */
  path: z.string(),
});
named(inboxItemSchema, 'InboxItem', 'Something that waits for the caller');

export const inboxRoutes = {
  getInbox: defineRoute({
    method: 'get',
    path: '/inbox',
    summary: 'What waits for the caller, most urgent first',
    tag: 'inbox',
    access: 'person',
    query: z.object({
      cursor: cursorParam,
      limit: limitParam,
      kind: manyParam
        .pipe(z.array(inboxKindSchema).optional())
        .describe('Only these kinds'),
      scope: z
        .enum(['mine', 'team'])
        .default('mine')
        .describe(
          'What is assigned to, asked by or owned by the caller, or owned by their groups too',
        ),
    }),
    status: 200,
    response: z.object({
      items: z.array(inboxItemSchema),
      totalItems: z.number().int(),
      pageInfo: pageInfoSchema,
    }),
  }),
};
