// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { actorOf } from '../auth/caller';
import { bindRoutes } from '../http/bindRoutes';
import type { Deps } from '../deps';
import { Ageing } from './Ageing';
import { ConfirmationService } from './ConfirmationService';
import { ModelVersionStore } from './ModelVersionStore';

/** Puts answers in doubt, and takes the word that they are still true. */
export async function confirmationsFeature(options: Deps) {
  const versions = new ModelVersionStore(options.knex);
  const confirmations = new ConfirmationService({ ...options, versions });
  await new Ageing(options).schedule(options.scheduler);

  bindRoutes(options.api, {
    confirmAnswer: ({ params, body, credentials, audit }) =>
      audit(() => confirmations.confirm(params, body, credentials)),

    reportModelVersion: ({ params, body, credentials, audit }) =>
      audit(() =>
        confirmations.take(params.workloadId, body, actorOf(credentials)),
      ),
  });

  return { versions: confirmations };
}
