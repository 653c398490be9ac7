// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundError } from '@backstage/errors';
import { createOpenApiDocument } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { LENS_LIMITS } from '@ml-lens/lens-model';
import PromiseRouter from 'express-promise-router';
import type { ApiRouter } from './bind';

const KILOBYTE = 1_000;

/**
 * Longest lens body that is read at all. Above the limit of the format, so
 * that a file a little too long is told its size.
 */
const LENS_BODY_BYTES = LENS_LIMITS.documentBytes + 100 * KILOBYTE;
const JSON_BODY_BYTES = 256 * KILOBYTE;

/**
 * An empty API: the OpenAPI document and nothing else. Operations are added
 * with `bindRoute`, then {@link closeApiRouter} is called.
 */
export function createApiRouter(
  services: Pick<ApiRouter, 'httpAuth' | 'auditor' | 'access' | 'logger'> & {
    maxImportBytes: number;
  },
): ApiRouter {
  const { httpAuth, maxImportBytes } = services;
  const router = PromiseRouter();
  const api: ApiRouter = {
    ...services,
    router,
    bodyLimits: {
      json: JSON_BODY_BYTES,
      lensDocument: LENS_BODY_BYTES,
      jsonLines: maxImportBytes,
    },
    operations: new Map(),
  };
  router.get('/openapi.json', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(createOpenApiDocument());
  });
  return api;
}

/**
 * Makes every other path a 404 in Backstage's words. Paths with a dot in front
 * belong to the framework (permissions metadata, actions).
 */
export function closeApiRouter({ router }: ApiRouter): void {
  router.use(async (req, _res) => {
    if (req.path.startsWith('/.')) {
      return 'next';
    }
    throw new NotFoundError(`There is no ${req.method} ${req.path}`);
  });
}
