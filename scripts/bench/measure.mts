/* Times requests, and tells what the database was asked on the way. */
import type { Measured } from './routes.mts';
import { VIEWER } from './server.mts';
import { noteOrgChange } from './sources.mts';

export interface Timing {
  /** Median and 95th percentile, in milliseconds. */
  median: number;
  p95: number;
  samples: number;
  bytes: number;
  /** Until the first byte of the body, in milliseconds; median. */
  firstByte: number;
  /**
   * Processor time per request, client included, in milliseconds; mean. Says
   * more than the clock on a busy machine, and nothing of a database server.
   */
  cpu: number;
}

export interface Result extends Timing {
  name: string;
  path: string;
  viewer: boolean;
  floor: string;
  floorMedian: number;
  /** Median of requests each of which comes after a change of a scorecard. */
  changedMedian: number;
  /** Median divided by that of the floor. */
  ratio: number;
  /** As {@link Result.ratio}, by processor time. */
  cpuRatio: number;
  /** Memory held more than before, garbage included, in megabytes. */
  grownMegabytes: number;
  plans: { sql: string; milliseconds: number; plan: string[] }[];
}

/** Of a statement or a line of its plan, in characters. */
const LONGEST_LINE = 600;

const WARM_UP = 2;
const FEWEST = 3;
const MOST = 40;

/** Requests one after the other, for about as long as the budget says. */
export async function time(
  url: string,
  headers: Record<string, string>,
  budget: number,
  prepare: () => Promise<void> = async () => {},
): Promise<Timing> {
  const totals: number[] = [];
  const firsts: number[] = [];
  let bytes = 0;
  let began = performance.now();
  let used = process.cpuUsage();
  for (
    let run = -WARM_UP;
    run < FEWEST || (run < MOST && performance.now() - began < budget);
    run++
  ) {
    if (run === 0) {
      began = performance.now();
      used = process.cpuUsage();
    }
    await prepare();
    const start = performance.now();
    const response = await fetch(url, { headers });
    if (!response.ok) {
      throw new Error(`${url}: ${response.status} ${await response.text()}`);
    }
    let first: number | undefined;
    bytes = 0;
    for await (const chunk of response.body as any) {
      first ??= performance.now() - start;
      bytes += chunk.length;
    }
    if (run >= 0) {
      totals.push(performance.now() - start);
      firsts.push(first ?? 0);
    }
  }
  const { user, system } = process.cpuUsage(used);
  return {
    cpu: Math.round((user + system) / totals.length / 10) / 100,
    median: at(totals, 0.5),
    p95: at(totals, 0.95),
    samples: totals.length,
    bytes,
    firstByte: at(firsts, 0.5),
  };
}

function at(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
  return Math.round(sorted[index] * 100) / 100;
}

/** Measures routes against their floors. */
export async function measureAll(
  knex: any,
  base: string,
  routes: readonly Measured[],
  options: { budget: number; say: (text: string) => void },
): Promise<Result[]> {
  const floors = new Map<string, Timing>();
  const results: Result[] = [];
  for (const { name, path, viewer = false, floor } of routes) {
    if (!floors.has(floor)) {
      floors.set(
        floor,
        await time(`${base}/floor/${floor}`, {}, options.budget),
      );
    }
    const headers: Record<string, string> = viewer ? { 'x-user': VIEWER } : {};
    const plans = await plansOf(knex, `${base}/api${path}`, headers);
    globalThis.gc?.();
    const memory = watchMemory();
    const timing = await time(`${base}/api${path}`, headers, options.budget);
    const changed = await time(
      `${base}/api${path}`,
      headers,
      options.budget / 2,
      async () => await knex.transaction(noteOrgChange),
    );
    const { median: floorMedian, cpu: floorCpu } = floors.get(floor)!;
    const result: Result = {
      name,
      path,
      viewer,
      floor,
      ...timing,
      changedMedian: changed.median,
      floorMedian,
      ratio: Math.round((timing.median / floorMedian) * 10) / 10,
      cpuRatio: Math.round((timing.cpu / floorCpu) * 10) / 10,
      grownMegabytes: memory.stop(),
      plans,
    };
    results.push(result);
    options.say(lineOf(result));
  }
  return results;
}

/** Heads the lines of {@link lineOf}. */
export const HEADING = [
  ''.padEnd(36),
  'median ms',
  '   p95 ms',
  ' changed',
  '1st byte',
  '   cpu ms',
  ' floor ms',
  '  ratio',
  'by cpu',
  '     kB',
  '    MB',
].join(' ');

function lineOf(result: Result): string {
  const number = (value: number, width: number) =>
    String(value).padStart(width);
  return [
    result.name.padEnd(36),
    number(result.median, 9),
    number(result.p95, 9),
    number(result.changedMedian, 8),
    number(result.firstByte, 8),
    number(result.cpu, 9),
    number(result.floorMedian, 9),
    number(result.ratio, 7),
    number(result.cpuRatio, 6),
    number(Math.round(result.bytes / 1000), 7),
    `+${result.grownMegabytes}`.padStart(6),
  ].join(' ');
}

/** Of what the program holds; what the process has got stays with it. */
function watchMemory() {
  const held = () => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = held();
  let peak = before;
  const look = () => {
    peak = Math.max(peak, held());
  };
  const timer = setInterval(look, 20);
  return {
    stop(): number {
      clearInterval(timer);
      look();
      return Math.round((peak - before) / 1e6);
    },
  };
}

/** The statements of one request, slowest first, with how they are run. */
async function plansOf(
  knex: any,
  url: string,
  headers: Record<string, string>,
): Promise<Result['plans']> {
  const asked = new Map<string, any>();
  const began = (query: any) => {
    asked.set(query.__knexQueryUid, {
      sql: query.sql,
      bindings: query.bindings,
      start: performance.now(),
    });
  };
  const ended = (_: unknown, query: any) => {
    const one = asked.get(query.__knexQueryUid);
    if (one) {
      one.milliseconds =
        Math.round((performance.now() - one.start) * 100) / 100;
    }
  };
  knex.on('query', began);
  knex.on('query-response', ended);
  await (await fetch(url, { headers })).arrayBuffer();
  knex.removeListener('query', began);
  knex.removeListener('query-response', ended);

  const plans = [];
  const sqlite = knex.client.config.client !== 'pg';
  const statements = [...asked.values()]
    .filter(({ sql }) => sql.startsWith('select'))
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, 3);
  for (const { sql, bindings, milliseconds } of statements) {
    // The client numbers the placeholders of PostgreSQL itself.
    const text = sqlite ? sql : sql.replace(/\$\d+/g, '?');
    const answer = await knex.raw(
      `explain ${sqlite ? 'query plan ' : ''}${text}`,
      bindings ?? [],
    );
    const plan: string[] = sqlite
      ? answer.map(({ detail }: { detail: string }) => detail)
      : answer.rows.map((row: any) => row['QUERY PLAN']);
    // Lists of ids are the longest part of both and say the least.
    const shown = (text: string) => text.slice(0, LONGEST_LINE);
    plans.push({ sql: shown(sql), milliseconds, plan: plan.map(shown) });
  }
  return plans;
}
