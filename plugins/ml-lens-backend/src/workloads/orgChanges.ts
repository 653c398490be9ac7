// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { randomInt } from 'node:crypto';
import { Knex } from 'knex';
import { insertAll, toNumber } from '../database/sql';
import { fitOneTrip, hasRow, writeTogether } from '../database/together';

/** Counters there are from the beginning. */
const COUNTERS = 16;

/** Transactions of each counter whose workloads are remembered, at least. */
const REMEMBERED = 1_000;

/** How often, in transactions of a counter, older ones are forgotten. */
const FORGET_EVERY = 100;

/** What the note of a change is called by what is written along with it. */
const NOTED = 'noted';

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
 *
 * @param along - what is written besides, see {@link writeTogether}
 */
export async function noteOrgChange(
  tx: Knex.Transaction,
  workloadIds: Iterable<string>,
  along: readonly Knex.QueryBuilder[] = [],
): Promise<void> {
  const ids = [...new Set(workloadIds)];
  if (ids.length === 0) {
    await writeTogether(tx, along);
    return;
  }
  const counted = (await noteInOne(tx, ids, along)) ?? (await note(tx, ids));
  await forget(tx, counted);
}

/**
 * {@link noteOrgChange} with all that is written besides in one statement, which
 * is PostgreSQL's transaction of its own; there is none on SQLite.
 *
 * @param held - selects a row where all of it may be written, and holds what
 *   that depends on; must not wait
 * @param along - what is written besides, where what it is given is true
 * @returns whether it was written, which it is not where it takes more than one
 *   statement; else nothing was
 */
export async function noteOrgChangeWhere(
  knex: Knex,
  workloadIds: Iterable<string>,
  held: Knex.QueryBuilder,
  along: (where: Knex.Raw) => readonly Knex.QueryBuilder[],
): Promise<boolean> {
  const statements = along(hasRow(knex, NOTED));
  const counted = fitOneTrip(statements)
    ? await noteInOne(knex, [...workloadIds], statements, held)
    : undefined;
  // What is written stays written, whatever becomes of that.
  await (counted && forget(knex, counted).catch(() => {}));
  return counted !== undefined;
}

/** Forgets, every now and then, what nobody follows any more. */
async function forget(
  knex: Knex,
  { counter, changes }: Counter,
): Promise<void> {
  const number = toNumber(changes);
  if (number % FORGET_EVERY === 0) {
    await knex('workload_changes')
      .where({ counter })
      .where('number', '<=', number - REMEMBERED)
      .delete();
  }
}

/**
 * The note of a change, with its counter, and what is written along with it;
 * undefined where the note takes more, or `held` has no row.
 */
async function noteInOne(
  tx: Knex,
  ids: readonly string[],
  along: readonly Knex.QueryBuilder[],
  held?: Knex.QueryBuilder,
): Promise<Counter | undefined> {
  if (tx.client.config.client !== 'pg') {
    await writeTogether(tx, along);
    return undefined;
  }
  const [counted] = await writeTogether<Counter>(tx, along, {
    ...(held && { held }),
    taken: held ? countUp(tx).where(hasRow(tx, 'held')) : countUp(tx),
    [NOTED]: tx.raw(
      `insert into workload_changes (counter, number, mark, workload_id)
       select counter, changes, mark, id
       from taken, unnest(cast(? as text[])) as ids (id)
       returning counter, number as changes, mark`,
      [[...ids]],
    ),
  });
  return counted;
}

async function note(
  tx: Knex.Transaction,
  ids: readonly string[],
): Promise<Counter> {
  const counted = await take(tx);
  const { counter, changes, mark } = counted;
  const number = toNumber(changes);
  await insertAll(
    tx,
    'workload_changes',
    ids.map(id => ({ counter, number, mark, workload_id: id })),
  );
  return counted;
}

/** Counts one up. */
async function take(tx: Knex.Transaction): Promise<Counter> {
  const [taken] = await countUp(tx);
  if (taken) {
    return taken;
  }
  // Every counter is held: as many transactions write at once.
  const mark = randomInt(2 ** 31);
  const counter = randomInt(COUNTERS, 2 ** 31 - 1);
  await tx('org_changes').insert({ counter, changes: 1, mark });
  return { counter, changes: 1, mark };
}

/** What counts up whichever counter nobody holds, if there is one. */
function countUp(tx: Knex) {
  const postgres = tx.client.config.client === 'pg';
  const free = tx('org_changes').select('counter').limit(1);
  return tx('org_changes')
    .where('counter', '=', postgres ? free.forUpdate().skipLocked() : free)
    .update({ changes: tx.raw('changes + 1'), mark: randomInt(2 ** 31) })
    .returning(['counter', 'changes', 'mark']);
}

/** What the counters say: everything noted in it can be seen. */
export async function orgPosition(knex: Knex): Promise<OrgPosition> {
  return toPosition(await countersOf(knex));
}

/** A row of a counter, as engines give it. */
export interface CounterRow {
  counter: number;
  changes: unknown;
  mark: unknown;
}

/** What {@link toPosition} makes a position of, for a trip with other queries. */
export function countersOf(knex: Knex): Knex.QueryBuilder {
  return knex('org_changes').select('counter', 'changes', 'mark');
}

export function toPosition(rows: readonly CounterRow[]): OrgPosition {
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

interface NotedRow {
  counter: number;
  changes: unknown;
  mark: unknown;
  /** Null where none of the changes of the counter is asked for, or known. */
  number: unknown;
  number_mark: unknown;
  workload_id: string | null;
}

/**
 * What changed since a position, and how far that is. Numbers alone would not
 * do: a database restored from a backup counts up through the same numbers
 * again, with other marks.
 *
 * @param position - of at least one counter
 * @returns no ids where they are not known any more: too much has changed, or
 *   the database is not the one it was
 */
export async function changesSince(
  knex: Knex,
  position: OrgPosition,
): Promise<{ latest: OrgPosition; ids: string[] | undefined }> {
  const rows: NotedRow[] = await knex('org_changes as c')
    .leftJoin(knownRows(knex, position), 'k.counter', 'c.counter')
    .joinRaw(joinNotes(knex))
    .select('c.counter', 'c.changes', 'c.mark', 'w.number', 'w.workload_id', {
      number_mark: 'w.mark',
    });
  const latest = new Map<number, { changes: number; mark: number }>();
  const noted = new Map<string, number>();
  const ids = new Set<string>();
  for (const row of rows) {
    const { counter, workload_id: id } = row;
    latest.set(counter, {
      changes: toNumber(row.changes),
      mark: toNumber(row.mark),
    });
    if (id !== null) {
      const number = toNumber(row.number);
      noted.set(`${counter}/${number}`, toNumber(row.number_mark));
      if (number > (position.get(counter)?.changes ?? 0)) {
        ids.add(id);
      }
    }
  }
  return {
    latest,
    ids: isWhole(position, latest, noted) ? [...ids] : undefined,
  };
}

/** The counters of a position as rows `k`. */
function knownRows(knex: Knex, position: OrgPosition): Knex.Raw {
  const seen = [...position].map(([counter, { changes, mark }]) => [
    counter,
    changes,
    mark,
  ]);
  return knex.client.config.client === 'pg'
    ? knex.raw(
        'unnest(cast(? as integer[]), cast(? as bigint[]), cast(? as bigint[])) as k (counter, changes, mark)',
        [0, 1, 2].map(column => seen.map(row => row[column])),
      )
    : knex.raw(
        `(select column1 as counter, column2 as changes, column3 as mark from (values ${seen
          .map(() => '(?, ?, ?)')
          .join()})) as k`,
        seen.flat(),
      );
}

/** Joins the notes of counters `c` that are not what they were at `k`. */
function joinNotes({ client }: Knex): string {
  // From the last one seen on, which must still be what it was.
  const since = `w.counter = c.counter and w.number >= coalesce(k.changes, 0)
    and (k.counter is null or k.changes <> c.changes or k.mark <> c.mark)`;
  return client.config.client === 'pg'
    ? // Counter by counter: it would rather read all that is remembered.
      `left join lateral (select * from workload_changes w where ${since} offset 0) w on true`
    : `left join workload_changes w on ${since}`;
}

/** Whether all that was noted from one position to another is known. */
function isWhole(
  position: OrgPosition,
  latest: OrgPosition,
  noted: ReadonlyMap<string, number>,
): boolean {
  for (const counter of position.keys()) {
    if (!latest.has(counter)) {
      return false;
    }
  }
  for (const [counter, { changes, mark }] of latest) {
    const seen = position.get(counter) ?? { changes: 0, mark: 0 };
    if (changes < seen.changes) {
      return false;
    }
    if (changes > seen.changes || mark !== seen.mark) {
      const before = noted.get(`${counter}/${seen.changes}`);
      if (seen.changes > 0 && before !== seen.mark) {
        return false;
      }
      for (let number = seen.changes + 1; number <= changes; number++) {
        if (!noted.has(`${counter}/${number}`)) {
          return false;
        }
      }
    }
  }
  return true;
}
