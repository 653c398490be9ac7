/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { randomInt } from 'node:crypto';
import { Knex } from 'knex';

/** Counters there are from the beginning. */
const COUNTERS = 16;

/**
 * Notes that scorecards, or what lists say of their workloads, change with this
 * transaction. Everybody who writes them must say so: answers about the
 * organisation are kept until somebody does.
 *
 * On PostgreSQL it takes whichever counter no other transaction holds, so that
 * it never waits and can be called at any point of a transaction.
 */
export async function noteOrgChange(tx: Knex.Transaction): Promise<void> {
  const mark = randomInt(2 ** 31);
  const postgres = tx.client.config.client === 'pg';
  const free = tx('org_changes').select('counter').limit(1);
  const updated = await tx('org_changes')
    .where('counter', '=', postgres ? free.forUpdate().skipLocked() : free)
    .update({ changes: tx.raw('changes + 1'), mark });
  if (updated === 0) {
    // Every counter is held: as many transactions write at once.
    await tx('org_changes').insert({
      counter: randomInt(COUNTERS, 2 ** 31 - 1),
      changes: 1,
      mark,
    });
  }
}

/**
 * Differs from every earlier value once a noted change can be seen. Counting
 * alone would not do: a database restored from a backup counts up through the
 * same numbers again, with other marks.
 */
export async function orgVersion(knex: Knex): Promise<string> {
  const [{ changes, mark }] = await knex('org_changes').sum({
    changes: 'changes',
    mark: 'mark',
  });
  return `${changes}/${mark}`;
}
