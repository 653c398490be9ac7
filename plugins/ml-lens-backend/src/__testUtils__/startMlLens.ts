// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createServiceFactory,
  coreServices,
  type BackendFeature,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  catalogServiceMock,
  type CatalogServiceMock,
} from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { ML_LENS_ANNOTATIONS } from '@ml-lens/backstage-plugin-ml-lens-common';
import request from 'supertest';
import { mlLensPlugin } from '../plugin';
import { withOwners } from './withOwners';

/** Decides on a permission for the user (or service) that asks. */
export type TestPolicy = (
  permission: Permission,
  who: string,
) => PolicyDecision;

export const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
export const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Headers of a request by a user. */
export function as(userName: string) {
  return {
    authorization: mockCredentials.user.header(`user:default/${userName}`),
  };
}

/** A Component that belongs to a workload. */
export function componentOf(
  workloadId: string,
  options: {
    name?: string;
    owner?: string;
    annotations?: Record<string, string>;
    spec?: JsonObject;
    kind?: string;
    title?: string;
    tags?: string[];
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: options.kind ?? 'Component',
    metadata: {
      namespace: 'default',
      name: options.name ?? workloadId,
      title: options.title,
      tags: options.tags,
      annotations: {
        [ML_LENS_ANNOTATIONS.workload]: workloadId,
        ...options.annotations,
      },
    },
    spec: {
      type: 'ml-service',
      lifecycle: 'production',
      owner: options.owner ?? 'group:default/supply-science',
      ...options.spec,
    },
  };
}

/** The backend with only this plugin, a catalog in memory and SQLite. */
export async function startMlLens(
  options: {
    entities?: Entity[];
    catalog?: CatalogServiceMock;
    config?: JsonObject;
    policy?: TestPolicy;
    features?: BackendFeature[];
  } = {},
) {
  const catalog =
    options.catalog ??
    catalogServiceMock({ entities: withOwners(options.entities ?? []) });
  const { auditor, audited } = recordingAuditor();
  const { server } = await startTestBackend({
    features: [
      mlLensPlugin,
      mockServices.rootConfig.factory({
        data: { backend: { baseUrl: 'http://localhost' }, ...options.config },
      }),
      auditor,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      ...(options.policy ? [permissionsOf(options.policy)] : []),
      ...(options.features ?? []),
    ],
  });
  return { server, catalog, audited, api: request(server) };
}

/** Remembers audit events: what was done, and how it ended. */
function recordingAuditor() {
  const audited: { eventId: string; outcome: string; meta: JsonObject }[] = [];
  const auditor = mockServices.auditor.mock({
    async createEvent({ eventId, meta }) {
      const event = { eventId, outcome: 'unfinished', meta: { ...meta } };
      audited.push(event);
      const end =
        (outcome: string) => async (options?: { meta?: JsonObject }) => {
          event.outcome = outcome;
          Object.assign(event.meta, options?.meta);
        };
      return { success: end('success'), fail: end('fail') };
    },
  }).factory;
  return { auditor, audited };
}

function permissionsOf(policy: TestPolicy) {
  const decide = async (
    requests: { permission: Permission }[],
    { credentials }: { credentials: BackstageCredentials },
  ) =>
    requests.map(({ permission }) => policy(permission, nameOf(credentials)));
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => ({
      authorize: decide as any,
      authorizeConditional: decide as any,
    }),
  });
}

function nameOf({ principal }: BackstageCredentials): string {
  const { userEntityRef, subject } = principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return userEntityRef?.replace('user:default/', '') ?? subject ?? '';
}
