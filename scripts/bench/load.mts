/*
 * Many people at once: readers ask for pages of the organisation and tabs, and
 * writers answer questions, on several backends with one PostgreSQL.
 *
 *   yarn bench:load                            500 readers and 20 writers, a minute
 *   yarn bench:load --readers 50 --seconds 10  fewer, shorter
 *   yarn bench:load --quick                    some seconds; for CI
 *
 * Everybody asks again as soon as there is an answer. Fails when a request
 * fails, or an answer that was confirmed is not there in the end. The result is
 * written to bench-results/.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openPostgres } from './database.mts';
import { generate, LENSES } from './generate.mts';
import { type Measured, routesFor } from './routes.mts';
import { saveVisibility, VIEWER } from './server.mts';

const { values: options } = parseArgs({
  options: {
    workloads: { type: 'string', default: '5000' },
    backends: { type: 'string', default: '3' },
    readers: { type: 'string', default: '500' },
    writers: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '60' },
    quick: { type: 'boolean', default: false },
  },
});
const [workloads, backends, readers, writers, seconds] = (
  options.quick
    ? ['200', '3', '20', '5', '5']
    : [
        options.workloads,
        options.backends,
        options.readers,
        options.writers,
        options.seconds,
      ]
).map(Number);

type Page = Pick<Measured, 'name' | 'path' | 'viewer'>;

/** When everybody stops. */
let end = 0;

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Times by what was asked, in milliseconds. */
const times = new Map<string, number[]>();
const errors: string[] = [];

/** The answer of a request, or nothing where it failed. */
async function ask(
  name: string,
  url: string,
  init?: RequestInit,
): Promise<any> {
  const start = performance.now();
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${response.status} ${text.slice(0, 300)}`);
    }
    const taken = times.get(name) ?? [];
    times.set(name, taken);
    taken.push(performance.now() - start);
    return JSON.parse(text);
  } catch (error) {
    errors.push(`${name}: ${error}`);
    return undefined;
  }
}

/** Asks for one page after the other, beginning anywhere. */
async function read(index: number, bases: string[], pages: Page[]) {
  for (let turn = index; performance.now() < end; turn++) {
    const { name, path, viewer } = pages[turn % pages.length];
    await ask(name, `${bases[turn % bases.length]}/api${path}`, {
      headers: viewer ? { 'x-user': VIEWER } : {},
    });
  }
}

/** Answers the questions of a workload over and over; gives what was confirmed. */
async function write(
  index: number,
  bases: string[],
  choices: Map<string, string[]>,
) {
  const path = reviewPath(index);
  const review = await ask('review', bases[0] + path);
  if (!review) {
    return new Map();
  }
  const questions: string[] = Object.keys(review.answers);
  const confirmed = new Map<string, { revision: number; choice: string }>(
    questions.map(id => [
      id,
      { revision: review.answers[id].revision, choice: '' },
    ]),
  );
  for (let turn = 0; performance.now() < end; turn++) {
    const question = questions[turn % questions.length];
    const { revision } = confirmed.get(question)!;
    const choice = choices.get(question)![turn % 2];
    const result = await ask(
      'answer a question',
      `${bases[turn % bases.length]}${path}/answers/${question}`,
      {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ revision, selectedChoices: [choice] }),
      },
    );
    if (result) {
      confirmed.set(question, { revision: result.answer.revision, choice });
    }
  }
  return confirmed;
}

/** Where a backend listens. Backstage's loader sends messages of its own. */
async function baseOf(child: ChildProcess): Promise<string> {
  for (;;) {
    const [message] = await once(child, 'message');
    if (typeof message === 'string') {
      return message;
    }
  }
}

function reviewPath(index: number): string {
  const id = `w-${String(index).padStart(6, '0')}`;
  return `/api/workloads/${id}/reviews/${LENSES[0]}`;
}

function at(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
  return Math.round(sorted[index]);
}

const database = await openPostgres();
const children = [];
let failed = false;
try {
  const { knex } = database;
  const made = await generate(knex, { workloads, answers: 24, say });
  const lens = await made.lenses.latestPublished(LENSES[0]);
  const choices = new Map<string, string[]>(
    lens.questions.map((question: any) => [
      question.id,
      question.choices.map(({ id }: any) => id),
    ]),
  );
  await saveVisibility(knex);
  await knex.raw('vacuum analyze');
  const bases: string[] = [];
  for (let index = 0; index < backends; index++) {
    const child = fork(fileURLToPath(new URL('backend.mts', import.meta.url)), {
      env: { ...process.env, BENCH_DATABASE: database.connection },
    });
    children.push(child);
    bases.push(await baseOf(child));
  }
  const owners: string[] = await knex('scorecards')
    .distinct('owner_ref')
    .orderBy('owner_ref')
    .limit(4)
    .pluck('owner_ref');
  const pages = routesFor({
    workloadId: 'w-000042',
    owners,
    at: new Date(Date.now() - 120 * 86_400_000).toISOString(),
    targetId: '',
  }).filter(({ name }) => !/^export|target/.test(name));

  say(
    `${readers} readers and ${writers} writers for ${seconds} s, ${backends} backends, ${workloads} workloads × ${LENSES.length} lenses on ${database.version}`,
  );
  end = performance.now() + 1000 * seconds;
  const [confirmed] = await Promise.all([
    Promise.all(
      Array.from({ length: writers }, (_, i) => write(i, bases, choices)),
    ),
    Promise.all(
      Array.from({ length: readers }, (_, i) => read(i, bases, pages)),
    ),
  ]);

  let lost = 0;
  for (const [index, answers] of confirmed.entries()) {
    const review = await ask('review', bases[0] + reviewPath(index));
    for (const [question, { revision, choice }] of answers) {
      const stored = review.answers[question];
      const kept =
        stored.revision === revision &&
        (choice === '' || stored.selectedChoices[0] === choice);
      lost += kept ? 0 : 1;
    }
  }
  const answered = times.get('answer a question')?.length ?? 0;
  const reading = [...times].filter(([name]) => name !== 'answer a question');
  const all = reading.flatMap(([, taken]) => taken);
  const result = {
    at: new Date().toISOString(),
    engine: database.version,
    processors: os.availableParallelism(),
    workloads,
    backends,
    readers,
    writers,
    seconds,
    reads: all.length,
    answers: answered,
    errors: errors.length,
    lost,
    pages: [...times]
      .map(([name, taken]) => ({
        name,
        requests: taken.length,
        median: at(taken, 0.5),
        p99: at(taken, 0.99),
      }))
      .sort((a, b) => b.p99 - a.p99),
  };
  for (const { name, requests, median, p99 } of result.pages) {
    say(
      `${name.padEnd(36)} ${String(requests).padStart(
        7,
      )} times, median ${median} ms, p99 ${p99} ms`,
    );
  }
  say(
    `${all.length} pages read, median ${at(all, 0.5)} ms, p99 ${at(
      all,
      0.99,
    )} ms; ${answered} answers confirmed, ${lost} lost; ${
      errors.length
    } errors`,
  );
  errors.slice(0, 10).forEach(say);
  if (!options.quick) {
    const folder = new URL('../../bench-results/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      new URL('load.json', folder),
      `${JSON.stringify(result, null, 2)}\n`,
    );
  }
  failed = errors.length > 0 || lost > 0;
} finally {
  children.forEach(child => child.kill());
  await database.close();
}
process.exitCode = failed ? 1 : 0;
