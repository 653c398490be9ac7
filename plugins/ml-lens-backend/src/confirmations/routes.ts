// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindRoute } from '../http/bind';
import type { ConfirmationService } from './ConfirmationService';

/** Mounts the routes tagged `confirmations`. */
export function bindConfirmationRoutes(
  api: ApiRouter,
  { confirmations }: { confirmations: ConfirmationService },
): void {
  bindRoute(
    api,
    mlLensRoutes.confirmAnswer,
    async ({ params, body, credentials, audit }) =>
      await audit(
        async () => await confirmations.confirm(params, body, credentials),
      ),
  );

  bindRoute(
    api,
    mlLensRoutes.reportModelVersion,
    async ({ params, body, credentials, audit }) =>
      await audit(
        async () =>
          await confirmations.report(params.workloadId, body, credentials),
      ),
  );
}
