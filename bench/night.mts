// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * Measures what is done at night, on a PostgreSQL of its own and three replicas
 * at once: answers that grow old, and announced practices that begin to count.
 *
 *   yarn bench:night                    20,000 workloads, some minutes
 *   yarn bench:night --workloads 300    fewer
 *   yarn bench:night --counting 2000    reviews in which practices begin to count
 *
 * Fails where something is done twice, where the tables of doubts are read from
 * end to end for a page, or where a night takes more than a minute.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDatabase } from './database.mts';
import { generate, LENSES } from './generate.mts';
import { conditions, rounded } from './measure.mts';
import {
  Ageing,
  Counting,
  DoubtStore,
  Freshness,
  ReviewStore,
  ReviewWriter,
  systemClock,
} from './sources.mts';

const { values: options } = parseArgs({
  options: {
    workloads: { type: 'string', default: '20000' },
    answers: { type: 'string', default: '24' },
    counting: { type: 'string', default: '2000' },
  },
});
const workloads = Number(options.workloads);
const counting = Number(options.counting);
/**
 * Longest a night's work on doubts may take, in seconds. The first one, which
 * finds all that grew old in years, comes once.
 */
const NIGHT = 60;

const say = (text: string) => process.stdout.write(`${text}\n`);
const logger = { info: say, debug() {}, warn: say, error: say };
const seconds = async (work: () => Promise<unknown>) => {
  const started = performance.now();
  await work();
  return rounded((performance.now() - started) / 1000);
};

const { knex, version, close } = await openDatabase();
try {
  const { lenses, reviews } = await generate(knex, {
    workloads,
    answers: Number(options.answers),
    say,
  });
  await knex.raw('vacuum analyze');
  say(`${workloads} workloads, ${reviews} reviews on ${version}`);

  const replica = () => {
    const store = new ReviewStore(knex);
    const deps = { clock: systemClock, knex, lenses, logger, store };
    return {
      ageing: new Ageing({
        ...deps,
        doubts: new DoubtStore(knex),
        freshness: new Freshness({ days: 90 }, ['deprecated', 'retired']),
      }),
      counting: new Counting({
        ...deps,
        writer: new ReviewWriter({ clock: systemClock, store, lenses }),
      }),
    };
  };
  const replicas = [replica(), replica(), replica()];
  const doubts = async () =>
    Number((await knex('answer_doubts').count({ count: '*' }))[0].count);

  const first = await seconds(() => replicas[0].ageing.run());
  const marked = await doubts();
  say(`first night: ${marked} answers in doubt, ${first} s`);
  const usual = await seconds(() =>
    Promise.all(replicas.map(({ ageing }) => ageing.run())),
  );
  assert.equal(await doubts(), marked, 'something grew old twice');
  say(`a night after, on three replicas at once: ${usual} s`);

  await knex('answer_doubts').delete();
  await knex('scorecards').update({ to_confirm: 0 });
  await knex.raw('vacuum analyze');
  const race = await seconds(() =>
    Promise.all(replicas.map(({ ageing }) => ageing.run())),
  );
  assert.equal(await doubts(), marked, 'three replicas disagree with one');
  say(`the first night on three replicas at once: ${race} s`);
  assert.ok(usual <= NIGHT, `a night takes ${usual} s`);

  // What a page reads of it: a number with the scorecard, in memory; and of one
  // review what is live.
  const [{ review_id: reviewId }] = await knex('answer_doubts').limit(1);
  const plan = await knex.raw(
    'explain (format text) select * from answer_doubts where review_id = ? and since <= ? and (ended_at is null or ended_at > ?)',
    [reviewId, systemClock(), systemClock()],
  );
  const text = plan.rows.map((row: any) => row['QUERY PLAN']).join('\n');
  say(text);
  assert.match(text, /Index/);
  assert.doesNotMatch(text, /Seq Scan/);

  const counted = await count(lenses, replicas);
  mkdirSync(new URL('results/', import.meta.url), { recursive: true });
  writeFileSync(
    new URL(`results/night-${workloads}.json`, import.meta.url),
    `${JSON.stringify(
      {
        ...conditions(version),
        workloads,
        reviews,
        doubts: marked,
        seconds: { first, usual, race, ...counted },
        plan: text,
      },
      null,
      2,
    )}\n`,
  );
} finally {
  await close();
}

/** Lets a practice of one lens count since today, on three replicas at once. */
async function count(
  lenses: any,
  replicas: { counting: { run(): Promise<number> } }[],
): Promise<{ counting: number; countedReviews: number }> {
  const lensId = LENSES[LENSES.length - 1];
  const row = await knex('lenses').where('lens_id', lensId).first();
  const document = JSON.parse(row.document);
  const [{ questions }] = document.pillars;
  const question = questions.find((one: any) => one.choices.length > 2);
  question.choices[0].countsFrom = systemClock().slice(0, 10);
  await knex('lenses')
    .where({ lens_id: lensId, version: row.version })
    .update({ document: JSON.stringify(document) });
  lenses.forget(lensId, row.version);
  // Others are taken for those to which something happened since.
  const ids = await knex('reviews')
    .where({ lens_id: lensId, lens_version: row.version })
    .whereNotNull('last_at')
    .orderBy('review_id')
    .limit(counting)
    .pluck('review_id');
  await knex('reviews')
    .where('lens_id', lensId)
    .where('review_id', '>', ids[ids.length - 1])
    .update({ last_at: systemClock() });
  let changed = 0;
  const taken = await seconds(async () => {
    const each = await Promise.all(
      replicas.map(replica => replica.counting.run()),
    );
    changed = each.reduce((sum, one) => sum + one, 0);
  });
  const [{ events }] = await knex('answer_events')
    .where('type', 'PRACTICES_COUNTED')
    .count({ events: '*' });
  assert.equal(changed, ids.length, 'some counted twice, or never');
  assert.equal(Number(events), ids.length);
  say(
    `${changed} reviews in which a practice counts since today, on three replicas at once: ${taken} s`,
  );
  return { counting: taken, countedReviews: changed };
}
