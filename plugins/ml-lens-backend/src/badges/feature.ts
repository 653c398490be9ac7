// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundError } from '@backstage/errors';
import { bindRoutes } from '../http/bindRoutes';
import type { Deps } from '../deps';
import { BadgeService } from './BadgeService';

/** How long an image may be kept by whoever shows it, in seconds. */
const KEPT_SECONDS = 300;

/** Lets reviews be shown to everybody, where the portal wants that. */
export function badgesFeature(options: Deps): void {
  const { api, httpRouter } = options;
  const enabled = options.config.badges;
  const badges = new BadgeService({ ...options, enabled });
  bindRoutes(api, {
    getBadge: ({ params }) => badges.get(params),

    createBadge: ({ params, credentials, audit }) =>
      audit(() => badges.create(params, credentials)),

    deleteBadge: ({ params, audit }) => audit(() => badges.remove(params)),
  });
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
