// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensConfig } from '../config';
import type { ApiRouter } from '../http/bind';
import { GateService } from './GateService';
import { bindGateRoutes } from './routes';

/** Lets somebody say that the work may go on. */
export function gatesFeature(
  options: { api: ApiRouter; config: MlLensConfig } & Omit<
    ConstructorParameters<typeof GateService>[0],
    'configured'
  >,
): void {
  const { api, config } = options;
  bindGateRoutes(api, {
    gates: new GateService({
      ...options,
      configured: config.gates,
    }),
  });
}
