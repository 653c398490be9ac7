// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/* An organisation of some size on a database, and what its pages are. */
import { setTimeout } from 'node:timers/promises';
import { type Database } from './database.mts';
import { generate, LENSES } from './generate.mts';
import { LENS, type Measured, routesFor } from './routes.mts';

export interface BenchOrganisation {
  workloads: number;
  lenses: number;
  reviews: number;
  events: number;
  /** Whose workloads the user `some` sees: those of every second team. */
  teams: string[];
  /** Workloads with much of a past, of these teams; the longest one first. */
  samples: string[];
  /** Every workload with its owner. */
  owners: { workload_id: string; owner_ref: string }[];
  /** Teams of the user `member`, who own {@link OWNED} workloads together. */
  memberOf: string[];
  routes(targetId: string): Measured[];
  /** Space of the whole database, by review, in bytes. */
  bytesPerReview: number;
}

/** Workloads of the teams of one person. */
const OWNED = 500;

/** Workloads that single pages are measured with. */
const SAMPLES = 50;

export async function makeOrganisation(
  { knex }: Database,
  options: {
    workloads: number;
    answers: number;
    lenses?: number;
    years?: number;
    say: (text: string) => void;
  },
): Promise<BenchOrganisation> {
  const made = await generate(knex, options);
  const memberOf = await teamsOf(knex, OWNED);
  await planFor(knex, memberOf);
  // What its autovacuum does in time.
  await knex.raw('vacuum analyze');
  const owners: string[] = await knex('scorecards')
    .distinct('owner_ref')
    .orderBy('owner_ref')
    .pluck('owner_ref');
  const teams = owners.filter((_, index) => index % 2 === 0);
  // Of a team whose workloads the user `some` sees, for both to open its tab.
  const samples: string[] = await knex('reviews as r')
    .join('scorecards as s', 's.review_id', 'r.review_id')
    .where('r.lens_id', LENS)
    .whereIn('s.owner_ref', teams)
    .orderBy('r.last_seq', 'desc')
    .orderBy('r.review_id')
    .limit(SAMPLES)
    .pluck('r.workload_id');
  const { rows } = await knex.raw(
    'select sum(pg_total_relation_size(oid)) as bytes from pg_class where relnamespace = current_schema()::regnamespace and relkind = ?',
    ['r'],
  );
  return {
    workloads: options.workloads,
    lenses: options.lenses ?? LENSES.length,
    reviews: made.reviews,
    events: made.events,
    bytesPerReview: Math.round(Number(rows[0].bytes) / made.reviews),
    teams,
    owners: await knex('workloads')
      .orderBy('workload_id')
      .select('workload_id', 'owner_ref'),
    samples,
    memberOf,
    routes: targetId =>
      routesFor({
        workloadId: samples[0],
        owners: owners.slice(0, 4),
        at: `${dayBefore(120)}T12:00:00Z`,
        targetId,
      }),
  };
}

/** As many teams as own so many workloads, or all where there are fewer. */
async function teamsOf(knex: any, workloads: number): Promise<string[]> {
  const rows = await knex('scorecards')
    .where('lens_id', LENS)
    .groupBy('owner_ref')
    .orderBy('owner_ref')
    .select('owner_ref')
    .count({ count: '*' });
  const teams: string[] = [];
  let sum = 0;
  for (const { owner_ref: team, count } of rows) {
    if (sum >= workloads) break;
    teams.push(team);
    sum += Number(count);
  }
  return teams;
}

/** Gives every workload of the teams a practice to put in place. */
async function planFor(knex: any, teams: string[]): Promise<void> {
  await knex.raw(
    `insert into improvements
       (review_id, question_id, choice_id, revision, status, assignee,
        due_date, updated_at, updated_by)
     select review_id, 'me_monitoring', 'ME04', 1, 'IN_PROGRESS', owner_ref,
            ?, ?, 'user:default/all'
     from scorecards where owner_ref = any(?)`,
    [dayBefore(-30), new Date().toISOString(), teams],
  );
}

/** A day so long ago; negative for one to come. */
export function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** Waits until a backend has the organisation in memory. */
export async function readFirst(
  base: string,
  headers: Record<string, string>,
): Promise<void> {
  for (const page of ['summary', 'trend']) {
    const url = `${base}/api/ml-lens/scorecards/${page}`;
    const response = await fetch(url, { headers });
    await response.arrayBuffer();
  }
}

/**
 * Waits until every task of the plugin has run: the first night of an
 * organisation with a past puts many old answers in doubt, once.
 */
export async function tasksDone({ knex }: Database): Promise<void> {
  for (;;) {
    const waiting = await knex('backstage_backend_tasks__tasks')
      .whereNull('last_run_ended_at')
      .orWhereNotNull('current_run_ticket')
      .pluck('id');
    if (waiting.length === 0) {
      return;
    }
    await setTimeout(500);
  }
}

/** Sets an aim that the pages of targets show. */
export async function setTarget(
  base: string,
  headers: Record<string, string>,
): Promise<string> {
  const response = await fetch(`${base}/api/ml-lens/targets`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Everybody at 60',
      lens: LENS,
      minScore: 60,
      startDate: dayBefore(180),
      dueDate: dayBefore(-180),
    }),
  });
  const { id } = (await response.json()) as any;
  return id;
}
