/*
 * Measures the pages of the organisation and the tab of a workload:
 *
 *   yarn bench                     1,000, 5,000 and 20,000 workloads on SQLite
 *   yarn bench --quick             300 workloads, a few seconds; for CI
 *   yarn bench --postgres          on a throw-away PostgreSQL instead
 *   yarn bench --sizes 2000,8000   other sizes
 *   yarn bench --answers 40        answers per review, 24 unless told
 *   yarn bench --plans             prints how the database runs statements
 *
 * Every workload has three lenses. Results are written to bench-results/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openPostgres, openSqlite } from './database.mts';
import { generate, LENSES } from './generate.mts';
import { HEADING, measureAll } from './measure.mts';
import { floorsOn, routesFor } from './routes.mts';
import { saveVisibility, serve } from './server.mts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    postgres: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    answers: { type: 'string', default: '24' },
    only: { type: 'string' },
  },
});
const sizes = (options.sizes ?? (options.quick ? '300' : '1000,5000,20000'))
  .split(',')
  .map(Number);
const answers = Number(options.answers);
if (![...sizes, answers].every(value => Number.isInteger(value) && value > 0)) {
  process.stderr.write('bench: sizes and answers are whole numbers above 0\n');
  process.exit(2);
}

const say = (text: string) => process.stdout.write(`${text}\n`);

for (const size of sizes) {
  const database = await (options.postgres ? openPostgres() : openSqlite());
  const { knex } = database;
  try {
    say(
      `\n${size} workloads × ${LENSES.length} lenses on ${database.version}, Node.js ${process.version}`,
    );
    const made = await generate(knex, {
      workloads: size,
      answers: options.quick ? Math.min(answers, 10) : answers,
      say,
    });
    if (database.engine === 'postgres') {
      // What its autovacuum does in time.
      await knex.raw('vacuum analyze');
    }
    say(
      `${made.reviews} reviews with ${made.events} events made in ${made.seconds} s`,
    );
    const sample = await knex('reviews as r')
      .join('scorecards as s', 's.review_id', 'r.review_id')
      .where('r.lens_id', LENSES[0])
      .orderBy('r.last_seq', 'desc')
      .orderBy('r.review_id')
      .first();
    const owners: string[] = await knex('scorecards')
      .distinct('owner_ref')
      .orderBy('owner_ref')
      .limit(4)
      .pluck('owner_ref');
    await saveVisibility(knex);
    const server = await serve(
      knex,
      made.lenses,
      floorsOn(knex, { reviewId: sample.review_id, owner: owners[0] }),
    );
    const day = (offset: number) =>
      new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const target = await fetch(`${server.base}/api/targets`, {
      method: 'POST',
      body: JSON.stringify({
        name: 'Everybody at 60',
        lens: LENSES[0],
        minScore: 60,
        startDate: day(-180),
        dueDate: day(180),
      }),
    });
    const { id: targetId } = await target.json();
    const routes = routesFor({
      workloadId: sample.workload_id,
      owners,
      at: `${day(-120)}T12:00:00Z`,
      targetId,
    }).filter(({ name }) => !options.only || name.includes(options.only));
    say(HEADING);
    const results = await measureAll(knex, server.base, routes, {
      budget: options.quick ? 150 : 1200,
      say,
    });
    if (options.plans) {
      for (const { name, plans } of results) {
        say(`\n${name}`);
        for (const { sql, milliseconds, plan } of plans) {
          say(`  ${milliseconds} ms  ${sql.slice(0, 400)}`);
          plan.forEach(line => say(`      ${line}`));
        }
      }
    }
    await server.close();
    const peak = Math.round(process.resourceUsage().maxRSS / 1000);
    say(`peak memory of the process, making included: ${peak} MB`);
    // Too small to compare anything with.
    if (!options.quick) {
      write(database.engine, size, {
        at: new Date().toISOString(),
        engine: database.version,
        node: process.version,
        processor: os.cpus()[0].model,
        processors: os.availableParallelism(),
        workloads: size,
        lenses: LENSES.length,
        reviews: made.reviews,
        events: made.events,
        makingSeconds: made.seconds,
        peakMegabytes: peak,
        results,
      });
    }
  } finally {
    await database.close();
  }
}

function write(engine: string, size: number, content: object) {
  const folder = new URL('../../bench-results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`${engine}-${size}.json`, folder);
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  say(`written to ${fileURLToPath(file)}`);
}
