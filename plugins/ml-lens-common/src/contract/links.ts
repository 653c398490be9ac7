// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { instantSchema } from '../model';
import { named } from './named';
import { defineRoute } from './route';

export const linkStateSchema = z.enum([
  'PRIMARY',
  'JOINED',
  'PENDING',
  'REFUSED',
]);
export const workloadLinkSchema = z.object({
  entityRef: z.string(),
  /** Left out where the caller may not read the entity. */
  title: z.string().optional(),
  /** Owner of the entity, as the catalog has it. */
  owner: z.string().nullable(),
  state: linkStateSchema,
  /** Whether the entity says that it stands for the workload. */
  primaryAnnotation: z.boolean(),
  /** The person who decided; left out where the rule did. */
  decidedBy: z.string().optional(),
  decidedAt: instantSchema.optional(),
});
named(
  workloadLinkSchema,
  'WorkloadLink',
  'An entity that names a workload, and whether it belongs to it',
);

export const workloadLinksSchema = z.object({
  /** The primary first, then by state and ref. */
  items: z.array(workloadLinkSchema),
  /** What the caller may do with the links. */
  may: z.object({
    /** Allow and refuse. */
    decide: z.boolean(),
    /** Make another entity the primary. */
    makePrimary: z.boolean(),
  }),
});
named(workloadLinksSchema, 'WorkloadLinks', 'Who belongs to a workload');

/** The link that was decided on, and all of the workload as they then are. */
const decidedLinkSchema = workloadLinkSchema.extend(workloadLinksSchema.shape);
named(
  decidedLinkSchema,
  'DecidedLink',
  'A link and what a decision made of all',
);

const putLinkBodySchema = z.object({
  /** PRIMARY: for those who may manage links, of an entity that belongs. */
  state: z.enum(['ALLOWED', 'REFUSED', 'PRIMARY']),
});

export const linkRoutes = {
  listLinks: defineRoute({
    method: 'get',
    path: '/workloads/{workloadId}/links',
    summary:
      'Who belongs to a workload; those who wait or were refused, for who decides',
    tag: 'workloads',
    access: 'workload.read',
    status: 200,
    response: workloadLinksSchema,
  }),
  putLink: defineRoute({
    method: 'put',
    path: '/workloads/{workloadId}/links/{entityRef}',
    summary: 'Allow or refuse an entity, or make it the primary',
    tag: 'workloads',
    access: 'workload.links',
    audit: { eventId: 'link-mutate', actionType: 'decide' },
    failures: {
      409: 'The primary cannot be refused, or the entity does not belong to the workload yet',
    },
    body: putLinkBodySchema,
    status: 200,
    response: decidedLinkSchema,
  }),
};
