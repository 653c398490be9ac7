// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { instantSchema } from '../model';
import { defineRoute } from './route';

const badgePath = '/workloads/{workloadId}/reviews/{lensId}/badge';

const OFF = 'The portal gives no badges';

export const badgeRoutes = {
  getBadge: defineRoute({
    method: 'get',
    path: badgePath,
    summary: 'Whether the review has a badge that everybody can see',
    tag: 'badges',
    access: 'workload.read',
    status: 200,
    response: z.object({
      /** Whether the portal gives badges at all. */
      enabled: z.boolean(),
      badge: z
        .object({ createdAt: instantSchema, createdBy: z.string() })
        .nullable(),
    }),
  }),
  createBadge: defineRoute({
    method: 'post',
    path: badgePath,
    summary:
      'Make an address where everybody can see level and score as an image; the one before ends',
    tag: 'badges',
    access: 'workload.update',
    audit: { eventId: 'badge-mutate', actionType: 'create' },
    failures: { 409: OFF },
    status: 201,
    response: z.object({
      /** Path of the image below the API; it is told this once. */
      path: z.string(),
      createdAt: instantSchema,
    }),
  }),
  deleteBadge: defineRoute({
    method: 'delete',
    path: badgePath,
    summary: 'End the badge of the review: its address shows nothing any more',
    tag: 'badges',
    access: 'workload.update',
    audit: { eventId: 'badge-mutate', actionType: 'delete' },
    status: 204,
    response: null,
  }),
};
