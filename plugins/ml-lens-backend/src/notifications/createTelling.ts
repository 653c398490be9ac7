// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensConfig } from '../config';
import type { Knex } from 'knex';
import type { Clock } from '../clock';
import type { Services } from '../services';
import { traceMethods } from '../tracing';
import { Outbox } from './Outbox';
import { OwnerNotifier } from './OwnerNotifier';

/** How others are told of what happens here. */
export async function createTelling(
  options: Pick<
    Services,
    'auditor' | 'logger' | 'notifications' | 'scheduler' | 'tracing'
  > & { clock: Clock; knex: Knex } & MlLensConfig['notifications'],
) {
  const notifier = new OwnerNotifier(options);
  const outbox = traceMethods(
    options.tracing,
    new Outbox({ ...options, notifier }),
    {
      deliver: {
        name: 'ml_lens.outbox.deliver',
        found: told => ({ 'ml_lens.messages': told }),
      },
    },
  );
  await outbox.schedule(options.scheduler);
  return { notifier, outbox };
}
