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
import type { ImprovementService } from './ImprovementService';

/** Mounts the routes tagged `improvements`. */
export function bindImprovementRoutes(
  api: ApiRouter,
  { improvements }: { improvements: ImprovementService },
): void {
  bindRoute(
    api,
    mlLensRoutes.listImprovements,
    async ({ params }) => await improvements.list(params),
  );

  bindRoute(
    api,
    mlLensRoutes.putImprovement,
    async ({ params, body, credentials, audit }) =>
      await audit(
        async () => await improvements.put(params, body, credentials),
      ),
  );
}
