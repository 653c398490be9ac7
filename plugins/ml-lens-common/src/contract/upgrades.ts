import { z } from 'zod';
import { scorecardSchema } from '../model';
import { defineRoute } from './route';

/** What an upgrade does to one review. */
export const upgradePreviewSchema = z.object({
  from: z.object({ lens: z.string(), version: z.string() }),
  to: z.object({ lens: z.string(), version: z.string() }),
  /** Answers kept as they are. */
  kept: z.array(z.string()),
  /** Answers kept less the choices that are gone. */
  reduced: z.array(
    z.object({ questionId: z.string(), droppedChoices: z.array(z.string()) }),
  ),
  /** Questions new in the target. */
  added: z.array(z.string()),
  /** Answers whose question is gone; they stay in the history. */
  dropped: z.array(z.string()),
  /** Across lenses: target choices suggested by the mapping, with their sources. */
  mapped: z.array(
    z.object({
      questionId: z.string(),
      choiceId: z.string(),
      from: z.array(z.string()),
      confidence: z.enum(['same', 'partial']),
      note: z.string().optional(),
    }),
  ),
  before: scorecardSchema,
  after: scorecardSchema,
});
/** @public */
export type UpgradePreview = z.infer<typeof upgradePreviewSchema>;

const targetSchema = z.object({
  /** Another lens, where a mapping to it is known; left out: the same lens. */
  toLens: z.string().max(128).optional(),
  /** Left out: the latest published version. */
  toVersion: z.string().max(64).optional(),
});

const reviewPath = '/workloads/{workloadId}/reviews/{lensId}';

export const upgradeRoutes = {
  previewUpgrade: defineRoute({
    method: 'get',
    path: `${reviewPath}/upgrade`,
    summary: 'What an upgrade of the review would keep, add and drop',
    tag: 'upgrades',
    query: targetSchema,
    status: 200,
    response: upgradePreviewSchema,
  }),
  upgradeReview: defineRoute({
    method: 'post',
    path: `${reviewPath}/upgrade`,
    summary:
      'Move the review to another published version; answers of surviving questions are kept',
    tag: 'upgrades',
    body: targetSchema,
    status: 200,
    response: upgradePreviewSchema,
  }),
  undoUpgrade: defineRoute({
    method: 'post',
    path: `${reviewPath}/upgrade/undo`,
    summary: 'Take the last upgrade back, while nothing was answered since',
    tag: 'upgrades',
    status: 200,
    response: upgradePreviewSchema,
  }),
  upgradeMany: defineRoute({
    method: 'post',
    path: '/lenses/{lensId}/upgrade',
    summary:
      'Upgrade the reviews of many workloads; one line of JSON per workload as it is done',
    tag: 'upgrades',
    body: targetSchema.extend({
      /** Left out: every review of the lens the caller may update. */
      workloads: z.array(z.string()).max(20_000).optional(),
    }),
    status: 200,
    response: null,
    produces: ['application/x-ndjson'],
  }),
};
