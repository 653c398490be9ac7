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
  routes(targetId: string): Measured[];
  /** Space of the whole database, by review, in bytes. */
  bytesPerReview: number;
}

export async function makeOrganisation(
  { knex }: Database,
  options: {
    workloads: number;
    answers: number;
    say: (text: string) => void;
  },
): Promise<BenchOrganisation> {
  const made = await generate(knex, options);
  // What its autovacuum does in time.
  await knex.raw('vacuum analyze');
  const owners: string[] = await knex('scorecards')
    .distinct('owner_ref')
    .orderBy('owner_ref')
    .pluck('owner_ref');
  const sample = await knex('reviews')
    .where('lens_id', LENS)
    .orderBy('last_seq', 'desc')
    .orderBy('review_id')
    .first();
  const { rows } = await knex.raw(
    'select sum(pg_total_relation_size(oid)) as bytes from pg_class where relnamespace = current_schema()::regnamespace and relkind = ?',
    ['r'],
  );
  return {
    workloads: options.workloads,
    lenses: LENSES.length,
    reviews: made.reviews,
    events: made.events,
    bytesPerReview: Math.round(Number(rows[0].bytes) / made.reviews),
    teams: owners.filter((_, index) => index % 2 === 0),
    routes: targetId =>
      routesFor({
        workloadId: sample.workload_id,
        owners: owners.slice(0, 4),
        at: `${dayBefore(120)}T12:00:00Z`,
        targetId,
      }),
  };
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
