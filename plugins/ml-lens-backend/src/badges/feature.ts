// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpRouterService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { MlLensConfig } from '../config';
import { type ApiRouter, bindRoute } from '../http/bind';
import { BadgeService } from './BadgeService';

/** How long an image may be kept by whoever shows it, in seconds. */
const KEPT_SECONDS = 300;

/** Lets reviews be shown to everybody, where the portal wants that. */
export function badgesFeature(
  options: {
    api: ApiRouter;
    config: MlLensConfig;
    httpRouter: HttpRouterService;
  } & Omit<ConstructorParameters<typeof BadgeService>[0], 'enabled'>,
): void {
  const { api, httpRouter } = options;
  const enabled = options.config.badges;
  const badges = new BadgeService({ ...options, enabled });
  bindRoute(
    api,
    mlLensRoutes.getBadge,
    async ({ params }) => await badges.get(params),
  );
  bindRoute(
    api,
    mlLensRoutes.createBadge,
    async ({ params, credentials, audit }) =>
      await audit(async () => await badges.create(params, credentials)),
  );
  bindRoute(
    api,
    mlLensRoutes.deleteBadge,
    async ({ params, audit }) =>
      await audit(async () => await badges.remove(params)),
  );
  if (!enabled) {
    return;
  }
  // Images in a README are asked for by nobody in particular.
  httpRouter.addAuthPolicy({ path: '/badges', allow: 'unauthenticated' });
  api.router.get('/badges/:file', async (req, res) => {
    const token = /^([\w-]{1,64})\.svg$/.exec(req.params.file)?.[1];
    const image = token && (await badges.image(token));
    if (!image) {
      throw new NotFoundError('There is no such badge');
    }
    res
      .type('image/svg+xml')
      .set('Cache-Control', `public, max-age=${KEPT_SECONDS}`)
      .set(
        'Content-Security-Policy',
        "default-src 'none'; style-src 'unsafe-inline'",
      )
      .send(image);
  });
}
