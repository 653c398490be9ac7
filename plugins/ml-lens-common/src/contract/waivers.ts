// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { instantParam } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import { instantSchema } from '../model';
import { named } from './named';
import { conflictOf, defineRoute } from './route';

export const waiverStatusSchema = z.enum([
  'REQUESTED',
  'APPROVED',
  'REJECTED',
  'WITHDRAWN',
  'EXPIRED',
]);
/** A risk accepted for a while. It changes neither risk nor score. */
export const waiverSchema = z.object({
  id: z.string(),
  questionId: z.string(),
  status: waiverStatusSchema,
  reason: z.string(),
  expiresAt: instantSchema,
  requestedAt: instantSchema,
  requestedBy: z.string(),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
  endedAt: instantSchema.nullable(),
});
named(waiverSchema, 'Waiver', 'A risk accepted for a while');

const decideWaiverBodySchema = z.object({
  decision: z.enum(['APPROVE', 'REJECT']),
  note: z.string().max(2084).optional(),
});

const waiverConflictSchema = conflictOf(
  waiverSchema,
  // Who takes a waiver back sends nothing.
  decideWaiverBodySchema.nullable(),
);
named(
  waiverConflictSchema,
  'WaiverConflict',
  'The waiver was decided or ended first: what stands and what was attempted',
);

const waiversPath = '/workloads/{workloadId}/reviews/{lensId}/waivers';

export const waiverRoutes = {
  listWaivers: defineRoute({
    method: 'get',
    path: waiversPath,
    summary: 'Waivers of a review, newest first',
    tag: 'waivers',
    access: 'workload.read',
    status: 200,
    response: z.object({ items: z.array(waiverSchema) }),
  }),
  requestWaiver: defineRoute({
    method: 'post',
    path: waiversPath,
    summary:
      'Ask to accept the risk of a question (HIGH or MEDIUM) until an instant',
    tag: 'waivers',
    access: 'workload.update',
    audit: { eventId: 'waiver-mutate', actionType: 'request' },
    failures: {
      409: 'The question has a live waiver already',
    },
    body: z.object({
      questionId: z.string().min(1).max(128),
      reason: z.string().trim().min(1).max(2084),
      expiresAt: instantParam,
    }),
    status: 201,
    response: waiverSchema,
  }),
  decideWaiver: defineRoute({
    method: 'post',
    path: `${waiversPath}/{waiverId}/decision`,
    summary: "Approve or reject a waiver; never one's own",
    tag: 'waivers',
    access: 'workload.approve',
    audit: { eventId: 'waiver-mutate', actionType: 'decide' },
    failures: {
      409: ['The waiver is decided already', waiverConflictSchema],
    },
    body: decideWaiverBodySchema,
    status: 200,
    response: waiverSchema,
  }),
  withdrawWaiver: defineRoute({
    method: 'post',
    path: `${waiversPath}/{waiverId}/withdraw`,
    summary: 'Take a waiver back before it expires',
    tag: 'waivers',
    access: 'workload.update',
    audit: { eventId: 'waiver-mutate', actionType: 'withdraw' },
    failures: {
      409: ['The waiver is over', waiverConflictSchema],
    },
    status: 200,
    response: waiverSchema,
  }),
};
