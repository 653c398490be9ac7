// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { databaseTroubleOf } from './trouble';

/** How long a statement waits for a row that somebody else holds. */
export const LOCK_TIMEOUT_MS = 3_000;

/**
 * How long a transaction may stand still before the database ends it: the
 * process that has it is frozen or gone, and others wait for what it holds.
 */
const IDLE_TIMEOUT_MS = 30_000;

/** How often a transaction is tried before its caller is told. */
const ATTEMPTS = 5;

/** How long somebody patient waits in the database for a row, each time. */
const SHORT_WAIT_MS = 50;

/** Longest that somebody patient stays away before looking again. */
const LONGEST_PAUSE_MS = 400;

/** Longest pause before the second attempt; doubled before each one more. */
const FIRST_PAUSE_MS = 25;

/** How a transaction goes about it. */
export interface TransactionOptions {
  /** How long a statement waits for a row, in milliseconds; 3 s unless told. */
  lockTimeoutMs?: number;
  /**
   * How long a row may be held by somebody else in all, in milliseconds. Who
   * says so waits without a connection and comes back for the row, so that any
   * number of rows that are held leave connections to others.
   */
  patienceMs?: number;
  /** Waits between two attempts, in milliseconds. */
  pause?: (ms: number) => Promise<unknown>;
  /**
   * A query the transaction begins with, in one trip with its settings; the
   * step gets its rows.
   */
  first?: (tx: Knex.Transaction) => Knex.QueryBuilder;
}

/**
 * Runs a step in one transaction; migrations aside, all of this plugin begin here. Where
 * it and another transaction were in each other's way (deadlock, serialization
 * failure, SQLite's one writer) it starts over a few times, so a step must
 * not change anything but the database before it has ended.
 *
 * On PostgreSQL no statement waits longer than `lockTimeoutMs` for a row (with
 * `patienceMs`, an instant at a time), and
 * a transaction that stands still for {@link IDLE_TIMEOUT_MS} is ended. Both are
 * settings of the transaction, which PgBouncer lets through in any mode.
 *
 * @throws what the step throws, whatever becomes of taking it back
 */
export async function inTransaction<T, Row extends object = object>(
  knex: Knex,
  step: (tx: Knex.Transaction, first: Row[]) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const { patienceMs, pause = setTimeout, first } = options;
  const lockTimeoutMs =
    patienceMs === undefined
      ? options.lockTimeoutMs ?? LOCK_TIMEOUT_MS
      : Math.min(SHORT_WAIT_MS, patienceMs);
  const until = performance.now() + (patienceMs ?? 0);
  let collisions = 0;
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(
        knex,
        async tx => await step(tx, await begun(tx, lockTimeoutMs, first)),
      );
    } catch (error) {
      const trouble = databaseTroubleOf(error);
      const pauseMs = FIRST_PAUSE_MS * 2 ** (attempt - 1);
      if (trouble === 'contended' && ++collisions < ATTEMPTS) {
        // At random, so that those who collided do not do so again.
        await pause(Math.random() * pauseMs);
      } else if (trouble === 'locked' && performance.now() < until) {
        const left = until - performance.now();
        await pause(
          Math.min((0.5 + Math.random()) * pauseMs, LONGEST_PAUSE_MS, left),
        );
      } else {
        throw error;
      }
    }
  }
}

/**
 * Reads as of one moment, whatever others write meanwhile. On SQLite, which has
 * one connection, nobody else gets anything until the step has ended.
 *
 * @param step - must use the transaction alone, and write nothing
 */
export async function inSnapshot<T>(
  knex: Knex,
  step: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return await knex.transaction(
    step,
    knex.client.config.client === 'pg'
      ? { isolationLevel: 'repeatable read', readOnly: true }
      : {},
  );
}

/** Begins a transaction with its settings. */
async function begun<Row extends object>(
  tx: Knex.Transaction,
  lockTimeoutMs: number,
  first: TransactionOptions['first'],
): Promise<Row[]> {
  const query = first?.(tx);
  if (tx.client.config.client === 'pg') {
    const settings = tx.raw(
      `select set_config('lock_timeout', ?, true) || set_config('idle_in_transaction_session_timeout', ?, true)`,
      [`${Math.ceil(lockTimeoutMs)}`, `${IDLE_TIMEOUT_MS}`],
    );
    if (query) {
      // Worked out once and before any row is looked at: it depends on none.
      query.whereRaw('(?) is not null', [settings]);
    } else {
      await settings;
    }
  }
  return query ? await query : [];
}

async function once<T>(
  knex: Knex,
  step: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  let failure: { error: unknown } | undefined;
  try {
    return await knex.transaction(async tx => {
      try {
        return await step(tx);
      } catch (error) {
        failure = { error };
        throw error;
      }
    });
  } catch (error) {
    // Taking back may fail as well, and then says less about the reason: SQLite
    // has ended the transaction itself when its disk is full.
    throw failure ? failure.error : error;
  }
}
