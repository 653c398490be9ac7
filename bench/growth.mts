// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * Measures how much more the pages of a larger organisation cost, after a
 * change: both are asked in turns, as machines are not the same from one minute
 * to the next.
 *
 *   yarn bench:growth                     1,000 and 20,000 workloads
 *   yarn bench:growth --quick             100 and 300, for CI
 *   yarn bench:growth --sizes 1000,5000
 *
 * Results are written to bench/results/growth.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { at, conditions, rounded, time } from './measure.mts';
import { readFirst, tasksDone } from './organisation.mts';
import { openSubject } from './subject.mts';

/** Pages that say one thing of the whole organisation, with one lens. */
const PAGES = ['list', 'summary', 'gaps', 'trend', 'heatmap', 'facets'];

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    samples: { type: 'string' },
  },
});
const sizes = (options.sizes ?? (options.quick ? '100,300' : '1000,20000'))
  .split(',')
  .map(Number);
const samples = Number(options.samples ?? (options.quick ? 3 : 30));
const turns = options.quick ? 1 : 6;
if (
  sizes.length !== 2 ||
  ![...sizes, samples].every(value => Number.isInteger(value) && value > 0)
) {
  process.stderr.write(
    'bench: sizes are two whole numbers above 0, samples is one\n',
  );
  process.exit(2);
}

const say = (text: string) => process.stdout.write(`${text}\n`);
type Subject = Awaited<ReturnType<typeof openSubject>>;
const subjects: Subject[] = [];
try {
  for (const workloads of sizes) {
    const subject = await openSubject({
      workloads,
      answers: options.quick ? 10 : 24,
      lenses: 3,
      years: 2,
      say,
    });
    subjects.push(subject);
    await readFirst(subject.portal.base, subject.headers.all);
    if (!options.quick) {
      await tasksDone(subject.database);
    }
  }
  say(`${'processor, ms'.padEnd(16)} ${sizes.join('  ')}  growth`);
  const pages = [];
  for (const name of ['floor', ...PAGES]) {
    const taken: number[][] = subjects.map(() => []);
    for (let turn = 0; turn < turns; turn++) {
      for (const [place, subject] of subjects.entries()) {
        taken[place].push(await ask(subject, name));
      }
    }
    // The middle one of its turns: another program may have had the others.
    const cpu = taken.map(values => at(values, 0.5));
    const growth = Math.round((100 * cpu[1]) / cpu[0]) / 100;
    pages.push({ name, cpu, growth });
    say(`${name.padEnd(16)} ${cpu.join('  ')}  ${growth}`);
  }
  if (!options.quick) {
    const folder = new URL('results/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    const result = {
      ...conditions(subjects[0].database.version),
      sizes,
      samples: samples * turns,
      pages,
    };
    writeFileSync(
      new URL('growth.json', folder),
      `${JSON.stringify(result, null, 2)}\n`,
    );
  }
} finally {
  for (const subject of subjects) {
    await subject.close();
  }
}

/** Processor time of a page after a change, in milliseconds. */
async function ask(
  { portal, made, headers, processes, change, cost }: Subject,
  name: string,
): Promise<number> {
  const page = made.routes('').find(route => route.name === name);
  const { backendCpu, databaseCpu } = page
    ? await time(`${portal.base}/api/ml-lens${page.path}`, headers.all, {
        samples,
        processes,
        before: change,
        cost,
      })
    : await time(`${portal.base}/api/floor/rows`, headers.all, {
        samples,
        processes,
      });
  return rounded(backendCpu + databaseCpu);
}
