/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { improvementRoutes } from '@ml-lens/backstage-plugin-ml-lens-common';
import { ErrorWithBody } from '../errors';
import { type ApiRouter, bindRoute } from '../http/bind';
import { ImprovementConflict } from './errors';
import type { ImprovementService } from './ImprovementService';

/** Mounts the routes tagged `improvements`. */
export function bindImprovementRoutes(
  api: ApiRouter,
  { improvements }: { improvements: ImprovementService },
): void {
  bindRoute(
    api,
    improvementRoutes.listImprovements,
    async ({ params, credentials }) =>
      await improvements.list(params, credentials),
  );

  bindRoute(
    api,
    improvementRoutes.putImprovement,
    async ({ params, body, credentials, audit }) => {
      try {
        return await audit(
          { eventId: 'improvement-mutate', actionType: 'update', meta: params },
          async () => await improvements.put(params, body, credentials),
        );
      } catch (error) {
        if (error instanceof ImprovementConflict) {
          throw new ErrorWithBody({
            name: error.name,
            statusCode: 409,
            message: error.message,
            body: { current: error.current },
          });
        }
        throw error;
      }
    },
  );
}
