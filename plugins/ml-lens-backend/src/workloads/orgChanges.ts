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
import { insertAll, toNumber } from '../database/sql';

/** Counters there are from the beginning. */
const COUNTERS = 16;

/** Transactions of each counter whose workloads are remembered, at least. */
const REMEMBERED = 1_000;

/** How often, in transactions of a counter, older ones are forgotten. */
const FORGET_EVERY = 100;

interface Counter {
  counter: number;
  /** Transactions counted. */
  changes: number;
  /** Random, of the last of them. */
  mark: number;
}

/** How far somebody has followed the changes: what the counters said. */
export type OrgPosition = ReadonlyMap<
  number,
  Pick<Counter, 'changes' | 'mark'>
>;

/**
 * Notes the workloads whose scorecards, or what lists say of them, change with
 * this transaction. Everybody who writes them must say so: what backends hold
 * of the organisation follows these notes.
 *
 * On PostgreSQL it takes whichever counter no other transaction holds, and
 * holds it to the end: notes never wait, can be made at any point of a
 * transaction, and those of one counter are committed in the order of their
 * numbers.
 */
export async function noteOrgChange(
  tx: Knex.Transaction,
  workloadIds: Iterable<string>,
): Promise<void> {
  const ids = [...new Set(workloadIds)];
  if (ids.length === 0) {
    return;
  }
  const { counter, changes, mark } = await take(tx);
  const number = toNumber(changes);
  await insertAll(
    tx,
    'workload_changes',
    ids.map(id => ({ counter, number, mark, workload_id: id })),
  );
  if (number % FORGET_EVERY === 0) {
    await tx('workload_changes')
      .where({ counter })
      .where('number', '<=', number - REMEMBERED)
      .delete();
  }
}

/** Counts one up. */
async function take(tx: Knex.Transaction): Promise<Counter> {
  const mark = randomInt(2 ** 31);
  const postgres = tx.client.config.client === 'pg';
  const free = tx('org_changes').select('counter').limit(1);
  const [taken] = await tx('org_changes')
    .where('counter', '=', postgres ? free.forUpdate().skipLocked() : free)
    .update({ changes: tx.raw('changes + 1'), mark })
    .returning(['counter', 'changes', 'mark']);
  if (taken) {
    return taken;
  }
  // Every counter is held: as many transactions write at once.
  const counter = randomInt(COUNTERS, 2 ** 31 - 1);
  await tx('org_changes').insert({ counter, changes: 1, mark });
  return { counter, changes: 1, mark };
}

/** What the counters say: everything noted in it can be seen. */
export async function orgPosition(knex: Knex): Promise<OrgPosition> {
  const rows = await knex('org_changes').select('counter', 'changes', 'mark');
  return new Map(
    rows.map(({ counter, changes, mark }) => [
      counter,
      { changes: toNumber(changes), mark: toNumber(mark) },
    ]),
  );
}

/** Whether nothing changed from one position to another. */
export function samePosition(a: OrgPosition, b: OrgPosition): boolean {
  return (
    a.size === b.size &&
    [...a].every(([counter, { changes, mark }]) => {
      const other = b.get(counter);
      return other?.changes === changes && other.mark === mark;
    })
  );
}

/**
 * The workloads that changed between two positions. Numbers alone would not do:
 * a database restored from a backup counts up through the same numbers again,
 * with other marks.
 *
 * @returns undefined where that is not known any more: too much has changed,
 *   or the database is not the one it was
 */
export async function changedBetween(
  knex: Knex,
  position: OrgPosition,
  latest: OrgPosition,
): Promise<string[] | undefined> {
  for (const [counter, { changes }] of position) {
    if ((latest.get(counter)?.changes ?? 0) < changes) {
      return undefined;
    }
  }
  const moved = [...latest].flatMap(([counter, { changes, mark }]) => {
    const from = position.get(counter) ?? { changes: 0, mark: 0 };
    return from.changes === changes && from.mark === mark
      ? []
      : [{ counter, from, to: changes }];
  });
  if (moved.length === 0) {
    return [];
  }
  const rows: (Omit<Counter, 'changes'> & {
    number: unknown;
    workload_id: string;
  })[] = await knex('workload_changes')
    .where(any => {
      for (const { counter, from, to } of moved) {
        any.orWhere(part =>
          part.where({ counter }).whereBetween('number', [from.changes, to]),
        );
      }
    })
    .select('counter', 'number', 'mark', 'workload_id');
  const known = new Map(
    rows.map(({ counter, number, mark }) => [
      `${counter}/${number}`,
      toNumber(mark),
    ]),
  );
  for (const { counter, from, to } of moved) {
    if (
      from.changes > 0 &&
      known.get(`${counter}/${from.changes}`) !== from.mark
    ) {
      return undefined;
    }
    for (let number = from.changes + 1; number <= to; number++) {
      if (!known.has(`${counter}/${number}`)) {
        return undefined;
      }
    }
  }
  const before = new Map(moved.map(({ counter, from }) => [counter, from]));
  return [
    ...new Set(
      rows
        .filter(
          ({ counter, number }) =>
            toNumber(number) > before.get(counter)!.changes,
        )
        .map(({ workload_id: id }) => id),
    ),
  ];
}
