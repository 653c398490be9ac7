// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { Clock } from '../clock';
import type { MlLensConfig } from '../config';
import { type Tracing, traceMethods } from '../tracing';
import { Outbox } from './Outbox';
import { OwnerNotifier } from './OwnerNotifier';

/** How others are told of what happens here. */
export async function createTelling(options: {
  auditor: AuditorService;
  clock: Clock;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  tracing: Tracing;
  language: MlLensConfig['notifications']['language'];
}) {
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
