/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
