// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { instantSchema } from '../model';
import { named } from './named';
import { defineRoute } from './route';

const sourceSchema = z.enum(['mlflow', 'sagemaker', 'prometheus', 'files']);
const stateSchema = z.enum(['OWN', 'PENDING', 'REFUSED']);

const versionSchema = z.object({
  version: z.string(),
  stage: z.string().optional(),
  approval: z.string().optional(),
  createdAt: instantSchema,
  url: z.string().optional(),
});

export const workloadModelSchema = z.object({
  source: sourceSchema,
  name: z.string(),
  /** What people call it, where its name is an address. */
  title: z.string().optional(),
  /**
   * PENDING and REFUSED: another workload has named it first; nothing is said
   * of it.
   */
  state: stateSchema,
  /** Whether the system knows it; null where it was not asked yet. */
  found: z.boolean().nullable(),
  url: z.string().optional(),
  /** Its newest version. */
  latest: versionSchema.nullable(),
  versions: z.number().int().optional(),
  card: z
    .object({ present: z.boolean(), url: z.string().optional() })
    .optional(),
  lastTrainedAt: instantSchema.optional(),
  hasInputs: z.boolean().optional(),
  /**
   * How many alarms there are, fire, and have no data to judge; and when one
   * last fired that does not any more, as far as the system remembers.
   */
  alarms: z
    .object({
      rules: z.number().int(),
      firing: z.number().int(),
      silent: z.number().int(),
      lastFiredAt: instantSchema.optional(),
    })
    .optional(),
  /** Which of its versions answer where. */
  served: z
    .array(
      z.object({
        endpoint: z.string(),
        variant: z.string(),
        version: z.string().optional(),
        /** Of the requests of the endpoint, 0..1. */
        share: z.number().optional(),
      }),
    )
    .optional(),
  /** What became of it, newest first. */
  changes: z
    .array(
      z.object({
        kind: z.enum(['VERSION', 'APPROVAL', 'ALARM', 'CALM']),
        at: instantSchema,
        /** The version, or the approval. */
        text: z.string().nullable(),
      }),
    )
    .optional(),
  /** When the system said so; null for never. */
  observedAt: instantSchema.nullable(),
  /** Whether it could not be asked since. */
  stale: z.boolean(),
  /** Why not. */
  problem: z.string().optional(),
});
named(workloadModelSchema, 'WorkloadModel', 'A model that a workload names');

const claimSchema = z.object({
  source: sourceSchema,
  name: z.string(),
  /** The workload whose entities name the model, too. */
  workloadId: z.string(),
  owner: z.string().nullable(),
  since: instantSchema,
  state: z.enum(['PENDING', 'ALLOWED', 'REFUSED']),
});

export const workloadModelsSchema = z.object({
  /** Worst first: firing, silent, out of date, unknown; then by name. */
  items: z.array(workloadModelSchema),
  /** Who else names its models; for those who decide. */
  claims: z.array(claimSchema),
  may: z.object({ decide: z.boolean() }),
});
named(workloadModelsSchema, 'WorkloadModels', 'The models of a workload');

const putClaimBodySchema = z.object({
  source: sourceSchema,
  name: z.string().min(1).max(255),
  /** The workload that wants to see it. */
  workloadId: z.string(),
  state: z.enum(['ALLOWED', 'REFUSED']),
});

export const modelRoutes = {
  listModels: defineRoute({
    method: 'get',
    path: '/workloads/{workloadId}/models',
    summary:
      'Models of a workload as the systems where they live know them, worst first',
    tag: 'workloads',
    access: 'workload.read',
    status: 200,
    response: workloadModelsSchema,
  }),
  putModelClaim: defineRoute({
    method: 'put',
    path: '/workloads/{workloadId}/models/claims',
    summary: 'Allow or refuse another workload to see a model of this one',
    tag: 'workloads',
    access: 'workload.links',
    audit: { eventId: 'model-claim-mutate', actionType: 'decide' },
    body: putClaimBodySchema,
    status: 200,
    response: workloadModelsSchema,
  }),
};
