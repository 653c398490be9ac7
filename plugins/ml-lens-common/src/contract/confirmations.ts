// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { answerStateSchema, instantParam } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import { answerSchema, instantSchema, scorecardSchema } from '../model';
import { named } from './named';
import { conflictOf, defineRoute, seenRevision } from './route';

const confirmBodySchema = z.object({
  /** The revision of the answer that is still true. */
  revision: seenRevision,
  /** Left out: the notes stay as they are. */
  notes: answerStateSchema.shape.notes.optional(),
});
named(confirmBodySchema, 'ConfirmAnswer', 'That an answer is still true');

const confirmConflictSchema = conflictOf(answerSchema, confirmBodySchema);
named(
  confirmConflictSchema,
  'ConfirmConflict',
  'Somebody else answered first: what stands and what was confirmed',
);

export const modelVersionReportSchema = z.object({
  source: z.string(),
  name: z.string(),
  version: z.string(),
  at: instantSchema,
  /** Known already: nothing was recorded once more. */
  known: z.boolean(),
  /** Answers the version puts in doubt, by lens. */
  toConfirm: z.array(
    z.object({ lens: z.string(), questionIds: z.array(z.string()) }),
  ),
});
named(
  modelVersionReportSchema,
  'ModelVersionReport',
  'A version of a model, and what it puts in doubt',
);

export const confirmationRoutes = {
  confirmAnswer: defineRoute({
    method: 'post',
    path: '/workloads/{workloadId}/reviews/{lensId}/answers/{questionId}/confirm',
    summary: 'Say that an answer is still true: its choices stay',
    tag: 'confirmations',
    access: 'workload.update',
    audit: { eventId: 'answer-mutate', actionType: 'confirm' },
    failures: {
      409: ['Somebody else answered first', confirmConflictSchema],
    },
    body: confirmBodySchema,
    status: 200,
    response: z.object({ answer: answerSchema, scorecard: scorecardSchema }),
  }),
  reportModelVersion: defineRoute({
    method: 'post',
    path: '/workloads/{workloadId}/model-versions',
    summary:
      'Report a version of a model; the same one again changes nothing and says so',
    tag: 'confirmations',
    access: 'workload.update',
    audit: { eventId: 'model-version-mutate', actionType: 'report' },
    body: z.object({
      source: z.string().trim().min(1).max(64),
      name: z.string().trim().min(1).max(256),
      version: z.string().trim().min(1).max(128),
      at: instantParam.optional(),
    }),
    status: 200,
    response: modelVersionReportSchema,
  }),
};
