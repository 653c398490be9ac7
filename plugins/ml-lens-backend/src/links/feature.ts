// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindRoute } from '../http/bind';
import { LinkService } from './LinkService';

/** Who belongs to workloads: shown, allowed and refused. */
export function linksFeature(
  options: { api: ApiRouter } & ConstructorParameters<typeof LinkService>[0],
): void {
  const { api } = options;
  const service = new LinkService(options);

  bindRoute(
    api,
    mlLensRoutes.listLinks,
    async ({ params, credentials }) =>
      await service.links(params.workloadId, credentials),
  );

  bindRoute(
    api,
    mlLensRoutes.putLink,
    async ({ params, body, credentials, audit }) =>
      await audit(
        async () =>
          await service.decide(
            params.workloadId,
            params.entityRef,
            body.state,
            credentials,
          ),
        { meta: { state: body.state } },
      ),
  );
}
