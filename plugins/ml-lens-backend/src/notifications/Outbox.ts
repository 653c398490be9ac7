// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { Knex } from 'knex';
import { type AuditEvent, withAudit } from '../audit';
import { type Clock, laterBy } from '../clock';
import { insertAll } from '../database/sql';
import type { OwnerNotifier } from './OwnerNotifier';

/** How long somebody may take to tell something before others do. */
const LEASE_MS = 60_000;
/** How often it is tried to notify somebody. */
const ATTEMPTS = 5;
/** Messages taken at a time. */
const BATCH = 50;

/** Something to tell: to the audit log, or to the people behind an entity. */
export type Message = {
  /** Names the message for good: a second one of the same name is none. */
  id: string;
} & (
  | { kind: 'AUDIT'; body: AuditEvent }
  | {
      kind: 'NOTIFICATION';
      /** A `scope` makes a repeated notification replace the one before. */
      body: { entityRef: string; payload: NotificationPayload };
    }
);

interface OutboxRow {
  message_id: string;
  kind: Message['kind'];
  body: string;
  created_at: string;
  leased_until: string;
  attempts: number;
}

/**
 * What is yet to be told. A message is stored in the transaction that changes
 * what it tells of, so that neither is without the other, and goes once it is
 * told. Whoever tells it takes a lease, so that several replicas tell it once;
 * one that ends in the middle leaves it to the others. Then a notification may
 * be sent again, which its scope turns into the same one, and an audit event,
 * which carries the id of the message.
 */
export class Outbox {
  constructor(
    private readonly deps: {
      clock: Clock;
      knex: Knex;
      auditor: AuditorService;
      notifier: Pick<OwnerNotifier, 'notify'>;
    },
  ) {}

  /** Stores messages with the rest of a transaction. */
  async add(tx: Knex.Transaction, messages: readonly Message[]): Promise<void> {
    const now = this.deps.clock();
    await insertAll<Omit<OutboxRow, 'leased_until' | 'attempts'>>(
      tx,
      'outbox',
      messages.map(({ id, kind, body }) => ({
        message_id: id,
        kind,
        body: JSON.stringify(body),
        created_at: now,
      })),
    );
  }

  /**
   * Tells whatever nobody else is telling.
   *
   * @returns number of messages told
   */
  async deliver(signal?: AbortSignal): Promise<number> {
    let told = 0;
    while (!signal?.aborted) {
      const claimed = await this.#claim();
      if (claimed.length === 0) {
        break;
      }
      for (const row of claimed) {
        if (await this.#tell(row)) {
          await this.deps
            .knex('outbox')
            .where('message_id', row.message_id)
            .delete();
          told += 1;
        }
      }
    }
    return told;
  }

  /** Tells what was left behind, every minute on one replica at a time. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'outbox',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      scope: 'global',
      fn: async signal => {
        await this.deliver(signal);
      },
    });
  }

  async #claim(): Promise<OutboxRow[]> {
    const now = this.deps.clock();
    const free = this.deps
      .knex('outbox')
      .where('leased_until', '<=', now)
      .orderBy('created_at')
      .limit(BATCH)
      .select('message_id')
      .modify(query => {
        if (query.client.config.client === 'pg') {
          query.forUpdate().skipLocked();
        }
      });
    return await this.deps
      .knex<OutboxRow>('outbox')
      .whereIn('message_id', free)
      .update({
        leased_until: laterBy(now, LEASE_MS),
        attempts: this.deps.knex.raw('attempts + 1'),
      })
      .returning('*');
  }

  /** @returns whether it is told, or will never be */
  async #tell(row: OutboxRow): Promise<boolean> {
    const body = JSON.parse(row.body);
    if (row.kind === 'AUDIT') {
      const event = body as AuditEvent;
      const meta = { ...event.meta, messageId: row.message_id };
      await withAudit(
        this.deps.auditor,
        { ...event, meta },
        undefined,
        async () => {},
      );
      return true;
    }
    const sent = await this.deps.notifier.notify(body.entityRef, body.payload);
    return sent || row.attempts >= ATTEMPTS;
  }
}
