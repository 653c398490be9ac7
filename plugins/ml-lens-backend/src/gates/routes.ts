// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindRoute } from '../http/bind';
import type { GateService } from './GateService';

/** Mounts the routes tagged `gates`. */
export function bindGateRoutes(
  api: ApiRouter,
  { gates }: { gates: GateService },
): void {
  bindRoute(
    api,
    mlLensRoutes.listGates,
    async ({ params, query, credentials }) =>
      await gates.list(params, query.at, credentials),
  );

  bindRoute(
    api,
    mlLensRoutes.requestGate,
    async ({ params, body, credentials, audit }) =>
      await audit(async () => await gates.request(params, body, credentials)),
  );

  bindRoute(
    api,
    mlLensRoutes.decideGate,
    async ({ params, body, credentials, audit }) =>
      await audit(async () => await gates.decide(params, body, credentials)),
  );
}
