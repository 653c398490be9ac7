// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { evidenceSchema, instantParam } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import { instantSchema } from '../model';
import { named } from './named';
import { defineRoute } from './route';
import { VERDICTS } from './types/work';

/** What a piece of evidence says of a choice. */
export const verdictSchema = z.enum(VERDICTS);
/** Evidence that machines give; what people give is part of the answer. */
export const reportedEvidenceSchema = z.object({
  id: z.string(),
  questionId: z.string(),
  choiceId: z.string().nullable(),
  source: z.enum(['CI', 'AUTOMATIC']),
  /** Who says so: provider id or the service that posted it. */
  provider: z.string(),
  verdict: verdictSchema,
  title: z.string(),
  url: z.string().nullable(),
  note: z.string().nullable(),
  observedAt: instantSchema,
  expiresAt: instantSchema.nullable(),
  /** Past its expiry. */
  stale: z.boolean(),
  /** The answer says otherwise than this (not stale) evidence. */
  contradictsAnswer: z.boolean(),
  /** It supports a choice the answer does not select. */
  suggestsChoice: z.boolean(),
});
named(
  reportedEvidenceSchema,
  'ReportedEvidence',
  'Evidence that machines give',
);

const evidencePath = '/workloads/{workloadId}/reviews/{lensId}/evidence';

export const evidenceRoutes = {
  listEvidence: defineRoute({
    method: 'get',
    path: evidencePath,
    summary: 'Reported evidence of a review, latest of each key first',
    tag: 'evidence',
    access: 'workload.read',
    query: z.object({
      question: z
        .string()
        .max(128)
        .optional()
        .describe('Only what is about this question'),
    }),
    status: 200,
    response: z.object({ items: z.array(reportedEvidenceSchema) }),
  }),
  postEvidence: defineRoute({
    method: 'post',
    path: evidencePath,
    summary:
      'Report evidence from a pipeline; the same key with the same body is taken once',
    tag: 'evidence',
    access: 'workload.update',
    audit: { eventId: 'evidence-mutate', actionType: 'report' },
    failures: {
      409: 'The key stands for other evidence already',
    },
    body: z.object({
      questionId: z.string().min(1).max(128),
      choiceId: z.string().min(1).max(128).optional(),
      verdict: verdictSchema.default('SUPPORTS'),
      title: evidenceSchema.shape.title,
      url: evidenceSchema.shape.url,
      note: evidenceSchema.shape.note,
      idempotencyKey: z.string().min(1).max(200),
      observedAt: instantParam.optional(),
      expiresAt: instantParam.optional(),
    }),
    status: 201,
    response: reportedEvidenceSchema,
  }),
};
