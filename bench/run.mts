// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * Measures the pages of the organisation and the tab of a workload, asked by
 * another process of a whole backend with a PostgreSQL of its own:
 *
 *   yarn bench                       20,000 workloads, some minutes
 *   yarn bench --quick               300 workloads, for CI
 *   yarn bench --sizes 1000,20000    other sizes
 *   yarn bench --answers 40          answers per review, 24 unless told
 *   yarn bench --only gaps           some of the pages
 *   yarn bench --sizes 100000 --lenses 1
 *   yarn bench --years 5             reviews that began earlier, 2 years unless told
 *
 * Every workload has three lenses unless told. Results are written to bench/results/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { conditions, rounded, time } from './measure.mts';
import { readFirst, setTarget, tasksDone } from './organisation.mts';
import { memoryOf, peakMemoryOf, startPortal } from './portals.mts';
import { measureSinglePath } from './single.mts';
import { openSubject } from './subject.mts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    answers: { type: 'string', default: '24' },
    lenses: { type: 'string', default: '3' },
    years: { type: 'string', default: '2' },
    samples: { type: 'string' },
    only: { type: 'string' },
  },
});
const sizes = (options.sizes ?? (options.quick ? '300' : '20000'))
  .split(',')
  .map(Number);
const answers = options.quick ? 10 : Number(options.answers);
const lenses = Number(options.lenses);
const years = Number(options.years);
const samples = Number(options.samples ?? (options.quick ? 3 : 40));
if (
  ![...sizes, answers, lenses, years, samples].every(
    value => Number.isInteger(value) && value > 0,
  )
) {
  process.stderr.write(
    'bench: sizes, answers, lenses, years and samples are whole numbers above 0\n',
  );
  process.exit(2);
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const pad = (value: number | string, width: number) =>
  String(value).padStart(width);

for (const workloads of sizes) {
  const subject = await openSubject({ workloads, answers, lenses, years, say });
  const { database, made, portal, headers, processes, change, cost } = subject;
  const { connection } = database;
  try {
    const targetId = await setTarget(portal.base, headers.all);
    await readFirst(portal.base, headers.all);
    if (!options.quick) {
      await tasksDone(database);
    }
    const floor = await time(`${portal.base}/api/floor/rows`, headers.all, {
      samples: 5 * samples,
      processes,
    });
    const floorCpu = floor.backendCpu + floor.databaseCpu;
    const mine = await time(`${portal.base}/api/floor/mine`, headers.member, {
      samples,
      processes,
    });
    say(
      `the floor: median ${floor.median} ms, ${floor.backendCpu} + ${floor.databaseCpu} ms of the processor`,
    );
    say(
      `the reviews of one's teams by an index: median ${mine.median} ms, ${mine.backendCpu} + ${mine.databaseCpu} ms of the processor`,
    );
    say(
      [
        'after a change'.padEnd(36),
        'median',
        '    p95',
        '   cpu',
        '× floor',
        '| unchanged',
        '   cpu',
        '    kB',
      ].join(' '),
    );
    const results = [];
    for (const { name, path, user = 'all' } of made.routes(targetId)) {
      if (options.only && !name.includes(options.only)) {
        continue;
      }
      const url = `${portal.base}/api/ml-lens${path}`;
      const few = name.startsWith('export') ? Math.min(samples, 5) : samples;
      const ask = (before?: () => Promise<unknown>) =>
        time(url, headers[user], {
          samples: few,
          processes,
          ...(before && { before, cost }),
        });
      const changed = await ask(change);
      const unchanged = await ask();
      const cpu = changed.backendCpu + changed.databaseCpu;
      const ratio = rounded(cpu / floorCpu);
      results.push({ name, path, user, changed, unchanged, ratio });
      say(
        [
          name.padEnd(36),
          pad(changed.median, 6),
          pad(changed.p95, 7),
          pad(rounded(cpu), 6),
          pad(ratio, 7),
          pad(unchanged.median, 11),
          pad(rounded(unchanged.backendCpu + unchanged.databaseCpu), 6),
          pad(Math.round(changed.bytes / 1000), 6),
        ].join(' '),
      );
    }
    const single = await measureSinglePath(portal, headers, {
      workloadIds: made.samples,
      samples,
      processes,
    });
    say(
      `an answer: ${single.writeRatio} times the processor of a row written (median ${single.answer.median} and ${single.writeFloor.median} ms); the tab of somebody who sees some: ${single.conditionsRatio} times that of somebody who sees all (median ${single.tabOfSome.median} and ${single.tabOfAll.median} ms)`,
    );
    const megabytes = memoryOf(portal.pid);
    const peakMegabytes = peakMemoryOf(portal.pid);
    const { starts, emptyMegabytes } = await startTimes(connection, made.teams);
    say(
      `memory of the backend: ${megabytes} MB, at most ${peakMegabytes} MB, ${emptyMegabytes} MB right after a start without the plugin`,
    );
    say(
      `start: ${starts.with} ms with the plugin, ${starts.without} ms without`,
    );
    // Too small to compare anything with.
    if (!options.quick) {
      write(lenses === 3 ? `${workloads}` : `${workloads}-${lenses}`, {
        ...conditions(database.version),
        workloads,
        lenses: made.lenses,
        years,
        reviews: made.reviews,
        events: made.events,
        bytesPerReview: made.bytesPerReview,
        megabytes,
        peakMegabytes,
        emptyMegabytes,
        starts,
        single,
        floor,
        mine,
        results,
      });
    }
  } finally {
    await subject.close();
  }
}

/**
 * Until a backend takes requests, with the plugin and without, and the memory
 * it has then without; medians.
 */
async function startTimes(connection: string, teams: string[]) {
  const taken = { with: [] as number[], without: [] as number[] };
  const empty: number[] = [];
  for (let round = 0; round < (options.quick ? 1 : 3); round++) {
    for (const kind of ['with', 'without'] as const) {
      const portal = await startPortal({
        connection,
        teams,
        empty: kind === 'without',
      });
      taken[kind].push(portal.startedIn);
      if (kind === 'without') {
        empty.push(memoryOf(portal.pid));
      }
      await portal.stop();
    }
  }
  const middle = (values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return {
    starts: { with: middle(taken.with), without: middle(taken.without) },
    emptyMegabytes: middle(empty),
  };
}

function write(size: string, content: object) {
  const folder = new URL('results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`portal-${size}.json`, folder);
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  say(`written to ${fileURLToPath(file)}`);
}
