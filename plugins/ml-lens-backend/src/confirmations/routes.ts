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
