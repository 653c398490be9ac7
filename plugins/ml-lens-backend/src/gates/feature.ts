// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { bindRoutes } from '../http/bindRoutes';
import type { Deps } from '../deps';
import { GateService } from './GateService';

/** Lets somebody say that the work may go on. */
export function gatesFeature(options: Deps): void {
  const { api, config } = options;
  const gates = new GateService({ ...options, configured: config.gates });

  bindRoutes(api, {
    listGates: ({ params, query, credentials }) =>
      gates.list(params, query.at, credentials),

    requestGate: ({ params, body, credentials, audit }) =>
      audit(() => gates.request(params, body, credentials)),

    decideGate: ({ params, body, credentials, audit }) =>
      audit(() => gates.decide(params, body, credentials)),
  });
}
