/*
 * Prints the results in bench-results/ as the tables of docs/benchmark.md:
 *
 *   node scripts/bench/table.mjs
 */
import { existsSync, readFileSync } from 'node:fs';

const load = name => {
  const file = new URL(`../../bench-results/${name}.json`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};

const SIZES = [1000, 5000, 20000];
const sqlite = SIZES.map(size => load(`sqlite-${size}`));
const postgres = load('postgres-20000');
const of = (run, name) => run?.results.find(result => result.name === name);
const number = value =>
  value === undefined
    ? ''
    : Number(value.toPrecision(value < 10 ? 2 : 3)).toLocaleString('en-US');

const rows = [
  [
    'Route',
    ...SIZES.map(size => `SQLite ${size.toLocaleString('en-US')}`),
    'after a change',
    'floor',
    'PostgreSQL 20,000',
    'after a change',
    'floor',
    'kB',
  ],
  ['---', ...Array.from({ length: 8 }, () => '---:')],
];
for (const { name } of sqlite.at(-1).results) {
  const last = of(sqlite.at(-1), name);
  const served = of(postgres, name);
  rows.push([
    name,
    ...sqlite.map(run => number(of(run, name)?.median)),
    number(last.changedMedian),
    number(last.floorMedian),
    number(served?.median),
    number(served?.changedMedian),
    number(served?.floorMedian),
    number(Math.round(last.bytes / 100) / 10),
  ]);
}
const print = text => process.stdout.write(`${text}\n`);
rows.forEach(row => print(`| ${row.join(' | ')} |`));

const exports = [...sqlite, postgres]
  .filter(Boolean)
  .flatMap(run =>
    run.results
      .filter(({ name }) => name.startsWith('export'))
      .map(({ name, firstByte, median, bytes, grownMegabytes }) => [
        run.engine,
        run.workloads,
        name,
        `first byte ${number(firstByte)} ms`,
        `all ${number(median)} ms`,
        `${number(bytes / 1e6)} MB sent`,
        `${grownMegabytes} MB more held`,
      ]),
  );
print('');
exports.forEach(row => print(row.join(', ')));

const many = load('load');
if (many) {
  print('');
  for (const { name, requests, median, p99 } of many.pages) {
    print(`| ${name} | ${requests} | ${median} | ${p99} |`);
  }
}
