// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * Constant writing: people answer questions and others read pages of the
 * organisation, at a given rate however long the answers take, on several
 * backends with one PostgreSQL.
 *
 *   yarn bench:load                  10 answers and 20 pages a second, two minutes
 *   yarn bench:load --workloads 5000 --seconds 60 --answers 5 --readers 50
 *   yarn bench:load --quick          some seconds; for CI
 *
 * Every answer that was confirmed is looked for with the next request on each
 * backend. Fails when a request fails, or when one does not show it. The result
 * is written to bench/results/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from './database.mts';
import { at, conditions, rounded } from './measure.mts';
import { makeOrganisation, setTarget, tasksDone } from './organisation.mts';
import { cpuOf, cpuOfTree, memoryOf, startPortal } from './portals.mts';
import { LENS, type Measured } from './routes.mts';

const { values: options } = parseArgs({
  options: {
    workloads: { type: 'string', default: '20000' },
    backends: { type: 'string', default: '2' },
    answers: { type: 'string', default: '10' },
    readers: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '120' },
    quick: { type: 'boolean', default: false },
  },
});
const [workloads, backends, answersPerSecond, pagesPerSecond, seconds] = (
  options.quick
    ? ['300', '2', '2', '5', '5']
    : [
        options.workloads,
        options.backends,
        options.answers,
        options.readers,
        options.seconds,
      ]
).map(Number);

const say = (text: string) => process.stdout.write(`${text}\n`);

/** How often each page is asked before anybody writes. */
const QUIET = options.quick ? 2 : 15;

const errors: string[] = [];

/** The answer of a request, or nothing where it failed. */
async function ask(name: string, url: string, init: RequestInit): Promise<any> {
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${response.status} ${text.slice(0, 300)}`);
    }
    return JSON.parse(text);
  } catch (error) {
    errors.push(`${name}: ${error}`);
    return undefined;
  }
}

/** Starts something at a rate, whether or not what came before has ended. */
async function atRate(
  perSecond: number,
  step: (turn: number) => Promise<unknown>,
): Promise<void> {
  const began = performance.now();
  const running: Promise<unknown>[] = [];
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const due = began + (1000 * turn) / perSecond;
    await setTimeout(Math.max(0, due - performance.now()));
    running.push(step(turn));
  }
  await Promise.all(running);
}

const database = await openDatabase();
const portals = [];
let failed = false;
try {
  const { knex, connection } = database;
  const made = await makeOrganisation(database, {
    workloads,
    answers: options.quick ? 10 : 24,
    say,
  });
  for (let index = 0; index < backends; index++) {
    portals.push(await startPortal({ connection, teams: made.teams }));
  }
  const callers = await Promise.all(
    portals.map(async portal => ({
      base: `${portal.base}/api/ml-lens`,
      all: await portal.headersOf('all'),
      some: await portal.headersOf('some'),
      member: await portal.headersOf('member'),
    })),
  );
  if (!options.quick) {
    await tasksDone(database);
  }
  const targetId = await setTarget(portals[0].base, callers[0].all);
  const pages = made
    .routes(targetId)
    .filter(({ name }) => !name.startsWith('export'));
  const read = async (page: Measured, turn: number) => {
    const caller = callers[turn % callers.length];
    await ask(page.name, caller.base + page.path, {
      headers: caller[page.user ?? 'all'],
    });
  };

  const quiet = new Map<string, number[]>();
  for (const page of pages) {
    const taken: number[] = [];
    quiet.set(page.name, taken);
    for (let turn = -2 * backends; turn < QUIET; turn++) {
      const start = performance.now();
      await read(page, Math.abs(turn));
      if (turn >= 0) {
        taken.push(performance.now() - start);
      }
    }
  }

  // Another answer each time: nobody waits for somebody who answers the same.
  const questions: {
    workload_id: string;
    question_id: string;
    revision: number;
    state: string;
  }[] = await knex('answers as a')
    .join('reviews as r', 'r.review_id', 'a.review_id')
    .where('r.lens_id', LENS)
    .whereRaw(
      'a.question_id = (select min(b.question_id) from answers b where b.review_id = a.review_id)',
    )
    .orderBy('a.review_id')
    .limit(answersPerSecond * seconds)
    .select('r.workload_id', 'a.question_id', 'a.revision', 'a.state');
  let answered = 0;
  let hidden = 0;
  const answering: number[] = [];
  const answer = async (turn: number) => {
    const question = questions[turn % questions.length];
    const caller = callers[turn % callers.length];
    const [selectedChoices = []] = JSON.parse(question.state);
    const due = performance.now();
    const written = await ask(
      'answer a question',
      `${caller.base}/workloads/${question.workload_id}/reviews/${LENS}/answers/${question.question_id}`,
      {
        method: 'PUT',
        headers: { ...caller.all, 'content-type': 'application/json' },
        body: JSON.stringify({
          revision: question.revision,
          selectedChoices,
          notes: `Looked at again, ${turn}`,
        }),
      },
    );
    if (!written) {
      return;
    }
    answering.push(performance.now() - due);
    answered += 1;
    question.revision += 1;
    await Promise.all(
      callers.map(async ({ base, all }) => {
        const list = await ask(
          'the row of an answer',
          `${base}/scorecards/by-query?lens=${LENS}&workload=${question.workload_id}`,
          { headers: all },
        );
        hidden += list?.items[0].updatedAt < written.answer.updatedAt ? 1 : 0;
      }),
    );
  };

  say(
    `${answersPerSecond} answers and ${pagesPerSecond} pages a second for ${seconds} s, ${backends} backends, ${workloads} workloads × ${made.lenses} lenses on ${database.version}`,
  );
  const busy = new Map<string, number[]>();
  const used = () => ({
    backends: portals.reduce((sum, { pid }) => sum + cpuOf(pid), 0),
    database: cpuOfTree(database.pid),
  });
  const before = used();
  const began = performance.now();
  await Promise.all([
    atRate(answersPerSecond, answer),
    atRate(pagesPerSecond, async turn => {
      const page = pages[turn % pages.length];
      const start = performance.now();
      await read(page, turn);
      const taken = busy.get(page.name) ?? [];
      busy.set(page.name, taken);
      taken.push(performance.now() - start);
    }),
  ]);
  const lasted = performance.now() - began;
  const after = used();
  const cores = (from: number, to: number) => rounded((to - from) / lasted);

  const result = {
    ...conditions(database.version),
    workloads,
    lenses: made.lenses,
    backends,
    answersPerSecond,
    pagesPerSecond,
    seconds,
    lasted: Math.round(lasted / 1000),
    answered,
    hidden,
    errors: errors.length,
    answering: { median: at(answering, 0.5), p95: at(answering, 0.95) },
    cores: {
      backends: cores(before.backends, after.backends),
      database: cores(before.database, after.database),
    },
    megabytes: portals.map(({ pid }) => memoryOf(pid)),
    pages: [...busy].map(([name, taken]) => ({
      name,
      requests: taken.length,
      quiet: at(quiet.get(name)!, 0.5),
      median: at(taken, 0.5),
      p95: at(taken, 0.95),
    })),
  };
  for (const { name, requests, quiet: alone, median, p95 } of result.pages) {
    say(
      `${name.padEnd(36)} ${String(requests).padStart(
        5,
      )} times, alone ${alone} ms, median ${median} ms, p95 ${p95} ms (× ${rounded(
        p95 / alone,
      )})`,
    );
  }
  say(
    `${answered} answers confirmed, median ${result.answering.median} ms, p95 ${result.answering.p95} ms; ${hidden} times not shown by the next request; ${errors.length} errors; cores: backends ${result.cores.backends}, database ${result.cores.database}; lasted ${result.lasted} s`,
  );
  errors.slice(0, 10).forEach(say);
  if (!options.quick) {
    const folder = new URL('results/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    const file = new URL('load.json', folder);
    writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
    say(`written to ${fileURLToPath(file)}`);
  }
  failed = errors.length > 0 || hidden > 0;
} finally {
  for (const portal of portals) {
    await portal.stop();
  }
  await database.close();
}
process.exitCode = failed ? 1 : 0;
