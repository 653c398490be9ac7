// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { scorecardSchema } from '../model';
import { named } from './named';
import { cursorParam, defineRoute, limitParam, pageOf } from './route';

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
named(
  upgradePreviewSchema,
  'UpgradePreview',
  'What an upgrade does to a review',
);

const lineFiguresSchema = scorecardSchema
  .pick({ score: true, coverage: true, level: true })
  .extend({ lens: z.string(), version: z.string() });

/** What became of one workload of many; one line of the answer. */
export const upgradeLineSchema = z.object({
  workloadId: z.string(),
  ok: z.boolean(),
  /** Where it is not ok: nothing was changed. */
  error: z.object({ name: z.string(), message: z.string() }).optional(),
  before: lineFiguresSchema.optional(),
  after: lineFiguresSchema.optional(),
});
named(upgradeLineSchema, 'UpgradeLine', 'What became of one workload of many');

/** A review that would be moved, and what that would do to it. */
export const upgradeCandidateSchema = z.object({
  workloadId: z.string(),
  title: z.string(),
  entityRef: z.string().nullable(),
  owner: z.string().nullable(),
  /** Whether the caller may move it. */
  may: z.boolean(),
  before: lineFiguresSchema,
  /** Null where it cannot be moved; `problem` says why. */
  after: lineFiguresSchema.nullable(),
  problem: z.object({ name: z.string(), message: z.string() }).nullable(),
  /** Questions to be looked at after the move. */
  toCheck: z.array(z.string()),
  /** Answers that do not come along; they stay in the history. */
  dropped: z.array(z.string()),
});
named(
  upgradeCandidateSchema,
  'UpgradeCandidate',
  'A review that would be moved, and what that would do to it',
);

const workloadIdsSchema = z.array(z.string().min(1).max(63)).max(20_000);

/** What an upgrade of many reviews would meet, of what the caller may see. */
export const upgradeOutlookSchema = z.object({
  /** Reviews that would be moved: begun, not there yet, and the caller may. */
  moving: z.number().int(),
  /** Begun reviews at the version already; 0 when moving to another lens. */
  there: z.number().int(),
  /** Begun reviews that are not there and that the caller may not change. */
  readOnly: z.number().int(),
});
named(
  upgradeOutlookSchema,
  'UpgradeOutlook',
  'How many reviews an upgrade of many would move',
);

const targetSchema = z.object({
  /** Another lens, where a mapping to it is known; left out: the same lens. */
  toLens: z
    .string()
    .max(128)
    .optional()
    .describe('Move to this lens; the same one unless told'),
  /** Left out: the latest published version. */
  toVersion: z
    .string()
    .max(64)
    .optional()
    .describe('Move to this version; the latest published one unless told'),
});

const reviewPath = '/workloads/{workloadId}/reviews/{lensId}';

export const upgradeRoutes = {
  previewUpgrade: defineRoute({
    method: 'get',
    path: `${reviewPath}/upgrade`,
    summary: 'What an upgrade of the review would keep, add and drop',
    tag: 'upgrades',
    access: 'workload.read',
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
    access: 'workload.update',
    audit: { eventId: 'review-mutate', actionType: 'upgrade' },
    failures: {
      409: 'The review cannot be moved to that version',
    },
    body: targetSchema,
    status: 200,
    response: upgradePreviewSchema,
  }),
  undoUpgrade: defineRoute({
    method: 'post',
    path: `${reviewPath}/upgrade/undo`,
    summary: 'Take the last upgrade back, while nothing was answered since',
    tag: 'upgrades',
    access: 'workload.update',
    audit: { eventId: 'review-mutate', actionType: 'undo-upgrade' },
    failures: {
      409: 'Something was answered since',
    },
    status: 200,
    response: upgradePreviewSchema,
  }),
  previewUpgradeMany: defineRoute({
    method: 'get',
    path: '/lenses/{lensId}/upgrade',
    summary:
      'How many reviews an upgrade of many would move, of what the caller may see',
    tag: 'upgrades',
    access: 'caller',
    query: targetSchema,
    status: 200,
    response: upgradeOutlookSchema,
  }),
  upgradeMany: defineRoute({
    method: 'post',
    path: '/lenses/{lensId}/upgrade',
    summary:
      'Upgrade the reviews of many workloads; one `UpgradeLine` per workload as it is done',
    tag: 'upgrades',
    access: 'caller',
    audit: {
      eventId: 'review-mutate',
      actionType: 'upgrade-many',
      severityLevel: 'high',
    },
    body: targetSchema.extend({
      /**
       * Left out: every review of the lens that is begun, not there yet, and
       * the caller may update.
       */
      workloads: workloadIdsSchema.optional(),
    }),
    status: 200,
    response: null,
    produces: ['application/x-ndjson'],
    lines: upgradeLineSchema,
  }),
  listUpgradeCandidates: defineRoute({
    method: 'get',
    path: '/lenses/{lensId}/upgrade/reviews',
    summary:
      'The begun reviews that are not at the version yet, with what moving would do to each',
    tag: 'upgrades',
    access: 'caller',
    query: targetSchema.extend({ cursor: cursorParam, limit: limitParam }),
    status: 200,
    response: pageOf(upgradeCandidateSchema),
  }),
  undoUpgradeMany: defineRoute({
    method: 'post',
    path: '/lenses/{lensId}/upgrade/undo',
    summary:
      'Take the last upgrades of many workloads back, as far as nothing was answered since; one `UpgradeLine` per workload as it is done',
    tag: 'upgrades',
    access: 'caller',
    audit: {
      eventId: 'review-mutate',
      actionType: 'undo-upgrade-many',
      severityLevel: 'high',
    },
    body: z.object({ workloads: workloadIdsSchema.min(1) }),
    status: 200,
    response: null,
    produces: ['application/x-ndjson'],
    lines: upgradeLineSchema,
  }),
};
