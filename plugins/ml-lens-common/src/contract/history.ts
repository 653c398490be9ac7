import { z } from 'zod';
import { defineRoute } from './route';

export const historyProblemSchema = z.object({
  /** 1-based line of the file. */
  line: z.number().int().min(1),
  code: z.string(),
  message: z.string(),
});
/** @public */
export type HistoryProblem = z.infer<typeof historyProblemSchema>;

export const historyImportResultSchema = z.object({
  events: z.number().int(),
  workloads: z.number().int(),
  reviews: z.number().int(),
});
/** @public */
export type HistoryImportResult = z.infer<typeof historyImportResultSchema>;

export const rebuildResultSchema = z.object({
  reviews: z.number().int(),
  /** Reviews whose rows were not what their events say; at most 100 are named. */
  differed: z.array(z.string()),
});
/** @public */
export type RebuildResult = z.infer<typeof rebuildResultSchema>;

export const historyRoutes = {
  importHistory: defineRoute({
    method: 'post',
    path: '/history/import',
    summary:
      'Import review history as JSON Lines: all of it, or none with every bad line named',
    tag: 'history',
    rawBody: 'json-lines',
    status: 201,
    response: historyImportResultSchema,
  }),
  rebuildProjections: defineRoute({
    method: 'post',
    path: '/history/rebuild',
    summary:
      'Make everything that follows from the events anew, and say what differed',
    tag: 'history',
    query: z.object({ workload: z.string().max(64).optional() }),
    status: 200,
    response: rebuildResultSchema,
  }),
  exportHistory: defineRoute({
    method: 'get',
    path: '/workloads/{workloadId}/history/export',
    summary: 'The history of a workload as JSON Lines',
    tag: 'history',
    status: 200,
    response: null,
    produces: ['application/x-ndjson'],
  }),
};
