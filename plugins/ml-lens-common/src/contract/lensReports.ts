// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { instantSchema } from '../model';
import { lensProblemSchema } from './lenses';
import { named } from './named';
import { defineRoute } from './route';

export const heldRemovalSchema = z.object({
  /** Workloads none of whose entities the catalog has. */
  workloads: z.number().int(),
  /** All linked workloads, those included. */
  of: z.number().int(),
  since: instantSchema,
  /** When the catalog is believed without anybody's word. */
  believedAt: instantSchema,
  /** Whether somebody said that it is right: the next sync removes them. */
  confirmed: z.boolean(),
});
named(
  heldRemovalSchema,
  'HeldRemoval',
  'Workloads that are kept although the catalog has them no more',
);

const confirmRemovalBodySchema = z.object({
  /** Which removal was looked at. */
  since: instantSchema.describe('Since when the removal waits that is meant'),
});

export const lensReportRoutes = {
  listLensReports: defineRoute({
    method: 'get',
    path: '/lens-reports',
    summary:
      'For administrators: lenses from configuration that could not be loaded, and catalog annotations that cannot be used',
    tag: 'lenses',
    access: 'lens.manage',
    status: 200,
    response: z.object({
      lenses: z.array(
        z.object({
          target: z.string(),
          problems: z.array(lensProblemSchema),
          seenAt: instantSchema,
        }),
      ),
      catalog: z.array(
        z.object({
          entityRef: z.string(),
          workloadId: z.string().nullable(),
          code: z.string(),
          annotation: z.string().optional(),
          value: z.string().optional(),
          message: z.string(),
        }),
      ),
      orphans: z.array(
        z.object({
          workloadId: z.string(),
          title: z.string(),
          since: instantSchema.nullable(),
        }),
      ),
      /** Workloads that are kept although the catalog has them no more. */
      removal: heldRemovalSchema.nullable(),
    }),
  }),
  confirmRemoval: defineRoute({
    method: 'post',
    path: '/lens-reports/removal/confirm',
    summary:
      'Say that the catalog is right not to have many workloads any more; they become orphans with the next sync',
    tag: 'lenses',
    access: 'lens.manage',
    audit: { eventId: 'catalog-mutate', actionType: 'confirm-removal' },
    failures: {
      409: 'No such removal waits any more',
    },
    body: confirmRemovalBodySchema,
    status: 204,
    response: null,
  }),
};
