// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * Prints the results in bench/results/ as the tables of docs/benchmark.md:
 *
 *   node bench/table.mjs
 */
import { existsSync, readFileSync } from 'node:fs';

const load = name => {
  const file = new URL(`results/${name}.json`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};
const print = text => process.stdout.write(`${text}\n`);
const number = value =>
  value === undefined
    ? ''
    : Number(value.toPrecision(value < 10 ? 2 : 3)).toLocaleString('en-US');
const table = rows => {
  const [head] = rows;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  [head, rule, ...rows.slice(1)].forEach(row =>
    print(`| ${row.join(' | ')} |`),
  );
  print('');
};
const cpuOf = timing => timing && timing.backendCpu + timing.databaseCpu;

const large = load('portal-20000');
if (large) {
  const { processor, processors, engine, node, floor } = large;
  print(
    `${large.at.slice(
      0,
      10,
    )}, ${node}, ${engine}, ${processors} processors (${processor}), load ${
      large.load[0]
    }; floor: ${number(cpuOf(floor))} ms of the processor, median ${number(
      floor.median,
    )} ms; ${number(large.bytesPerReview / 1000)} kB a review; ${
      large.megabytes
    } MB; start ${large.starts.with} ms, without ${large.starts.without} ms`,
  );
  print('');
  table([
    [
      'Route',
      'after a change, ms',
      'p95',
      'CPU, ms',
      '× floor',
      'unchanged, ms',
      'CPU, ms',
      'kB',
    ],
    ...large.results.map(({ name, changed, unchanged, ratio }) => [
      name,
      number(changed.median),
      number(changed.p95),
      number(cpuOf(changed)),
      number(ratio),
      number(unchanged.median),
      number(cpuOf(unchanged)),
      number(changed.bytes / 1000),
    ]),
  ]);
}

const growth = load('growth');
if (growth) {
  const [few, many] = growth.sizes.map(size => size.toLocaleString('en-US'));
  table([
    ['Route', `with ${few}: CPU, ms`, `with ${many}: CPU, ms`, 'growth'],
    ...growth.pages.map(({ name, cpu, growth: more }) => [
      name,
      ...cpu.map(number),
      number(more),
    ]),
  ]);
}

const peers = load('peers');
if (peers) {
  print(
    `${peers.at.slice(0, 10)}, ${peers.workloads} entities, ${
      peers.processors
    } processors (${peers.processor}), load ${peers.load[0]}`,
  );
  print('');
  table([
    [
      'ML Lens, beside what others are asked',
      'CPU, × theirs',
      'after a change: CPU, ms',
      'median, ms',
      'unchanged: CPU, ms',
      'theirs: CPU, ms',
      'median, ms',
    ],
    ...peers.results.map(result => [
      `${result.page}, beside ${result.plugin}: ${result.name}`,
      number(result.ratio),
      number(cpuOf(result.changed)),
      number(result.changed.median),
      number(cpuOf(result.unchanged)),
      number(cpuOf(result.theirs)),
      number(result.theirs.median),
    ]),
  ]);
}

const many = load('load');
if (many) {
  print(
    `${many.answersPerSecond} answers and ${
      many.pagesPerSecond
    } pages a second, ${many.seconds} s: ${many.answered} answers, median ${
      many.answering.median
    } ms, p95 ${many.answering.p95} ms; ${many.hidden} not shown at once; ${
      many.errors
    } errors; cores ${many.cores.backends} + ${many.cores.database}; load ${
      many.load[0]
    }; ${many.megabytes.join(' and ')} MB`,
  );
  print('');
  table([
    ['Page', 'alone, ms', 'median', 'p95', 'p95 ÷ alone'],
    ...many.pages.map(({ name, quiet, median, p95 }) => [
      name,
      number(quiet),
      number(median),
      number(p95),
      number(p95 / quiet),
    ]),
  ]);
}
