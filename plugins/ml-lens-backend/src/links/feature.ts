// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { bindRoutes } from '../http/bindRoutes';
import type { ApiRouter } from '../http/bind';
import { LinkService } from './LinkService';

/** Who belongs to workloads: shown, allowed and refused. */
export function linksFeature(
  options: { api: ApiRouter } & ConstructorParameters<typeof LinkService>[0],
): void {
  const { api } = options;
  const service = new LinkService(options);

  bindRoutes(api, {
    listLinks: ({ params, credentials }) =>
      service.links(params.workloadId, credentials),

    putLink: ({ params, body, credentials, audit }) =>
      audit(
        () =>
          service.decide(
            params.workloadId,
            params.entityRef,
            body.state,
            credentials,
          ),
        { meta: { state: body.state } },
      ),
  });
}
