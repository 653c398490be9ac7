// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { ApiRouter } from '../http/bind';
import { Ageing } from './Ageing';
import { ConfirmationService } from './ConfirmationService';
import { ModelVersionStore } from './ModelVersionStore';
import { bindConfirmationRoutes } from './routes';

/** Puts answers in doubt, and takes the word that they are still true. */
export async function confirmationsFeature(
  options: {
    api: ApiRouter;
    knex: Knex;
    scheduler: SchedulerService;
  } & Omit<ConstructorParameters<typeof ConfirmationService>[0], 'versions'> &
    ConstructorParameters<typeof Ageing>[0],
) {
  const confirmations = new ConfirmationService({
    ...options,
    versions: new ModelVersionStore(options.knex),
  });
  bindConfirmationRoutes(options.api, { confirmations });
  await new Ageing(options).schedule(options.scheduler);
  return { versions: confirmations };
}
