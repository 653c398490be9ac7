// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { isWorkloadId } from '@ml-lens/lens-model';
import { historyLineSchema } from '@ml-lens/lens-model/schemas';
import { z } from 'zod';
import { named } from './named';
import { atParam, defineRoute, errorBodySchema } from './route';

export const historyProblemSchema = z.object({
  /** Line of the file, or document of an AWS file, from 1. */
  line: z.number().int().min(1),
  code: z.string(),
  message: z.string(),
});
named(historyProblemSchema, 'HistoryProblem', 'What is wrong with a line');

export const historyImportResultSchema = z.object({
  events: z.number().int(),
  workloads: z.number().int(),
  reviews: z.number().int(),
  /** What an AWS file says that is not so here. */
  warnings: z.array(z.string()).optional(),
});
named(
  historyImportResultSchema,
  'HistoryImportResult',
  'What an import stored',
);

/** What became of one review of a rebuild; one line of the answer. */
export const rebuildLineSchema = z.object({
  /** `workload id/lens id`. */
  review: z.string(),
  /** Whether its rows were not what its events say. */
  differed: z.boolean(),
  /** Where it could not be rebuilt: nothing was changed. */
  error: z.object({ name: z.string(), message: z.string() }).optional(),
});
named(
  rebuildLineSchema,
  'RebuildLine',
  'What became of one review of a rebuild',
);

const importHistoryQuerySchema = z
  .object({
    format: z
      .enum(['ml-lens', 'aws'])
      .default('ml-lens')
      .describe(
        '`ml-lens`: a `HistoryLine` per line. `aws`: outputs of `aws wellarchitected get-answer` and `list-answers`, one after another',
      ),
    workload: z
      .string()
      .refine(isWorkloadId, 'must be a workload id')
      .optional()
      .describe(
        'With `format=aws`, required: the workload answered for, by id',
      ),
    lens: z
      .string()
      .min(1)
      .max(128)
      .optional()
      .describe('With `format=aws`, required: the lens answered, by id'),
    at: atParam.describe(
      'With `format=aws`: when it was answered, not in the future; now unless told',
    ),
  })
  .superRefine(({ format, workload, lens, at }, context) => {
    const complain = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    if (format === 'aws') {
      for (const [name, value] of Object.entries({ workload, lens })) {
        if (value === undefined) {
          complain(name, 'is required with format=aws');
        }
      }
      return;
    }
    for (const [name, value] of Object.entries({ workload, lens, at })) {
      if (value !== undefined) {
        complain(name, 'goes with format=aws only; here every line says it');
      }
    }
  });

/** Body of the 400 of a file that is refused. */
export const historyProblemsBodySchema = errorBodySchema.extend({
  problems: z.array(historyProblemSchema),
});
named(
  historyProblemsBodySchema,
  'HistoryProblemsBody',
  'Every problem of a refused history file',
);

export const historyRoutes = {
  importHistory: defineRoute({
    method: 'post',
    path: '/history/import',
    summary:
      'Import review history as JSON Lines, or answers of the AWS Well-Architected Tool: all of it, or none with every bad line named',
    tag: 'history',
    access: 'lens.manage',
    audit: {
      eventId: 'history-mutate',
      actionType: 'import',
      severityLevel: 'high',
    },
    failures: {
      400: [
        'Every problem of the file; nothing stored',
        historyProblemsBodySchema,
      ],
    },
    query: importHistoryQuerySchema,
    rawBody: 'json-lines',
    status: 201,
    response: historyImportResultSchema,
  }),
  rebuildProjections: defineRoute({
    method: 'post',
    path: '/history/rebuild',
    summary:
      'Make everything that follows from the events anew, of what the caller may see; one `RebuildLine` per review as it is done, in order',
    tag: 'history',
    access: 'lens.manage',
    audit: { eventId: 'history-mutate', actionType: 'rebuild' },
    query: z.object({
      workload: z
        .string()
        .max(64)
        .optional()
        .describe('The reviews of this workload; all of them unless told'),
      after: z
        .string()
        .max(300)
        .optional()
        .describe('Go on after this review, the last one of a rebuild before'),
    }),
    status: 200,
    response: null,
    produces: ['application/x-ndjson'],
    lines: rebuildLineSchema,
  }),
  exportHistory: defineRoute({
    method: 'get',
    path: '/workloads/{workloadId}/history/export',
    summary: 'The history of a workload as JSON Lines',
    tag: 'history',
    access: ['lens.manage', 'workload.read'],
    audit: { eventId: 'history-fetch', actionType: 'export' },
    status: 200,
    response: null,
    produces: ['application/x-ndjson'],
    lines: historyLineSchema,
  }),
};
