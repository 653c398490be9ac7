// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/* Times requests, and counts the processor time they take on the server. */
import os from 'node:os';
import { cpuOf, cpuOfTree } from './portals.mts';

/** What is counted besides the time that requests take. */
export interface Processes {
  backend: number;
  database: number;
}

export interface Timing {
  samples: number;
  /** In milliseconds, until the last byte of the answer. */
  median: number;
  p95: number;
  /**
   * Processor time of a request in the backend and in the database, in
   * milliseconds; means, by the accounting of the operating system.
   */
  backendCpu: number;
  databaseCpu: number;
  bytes: number;
}

/**
 * Requests before those that count, or twice as many as count where these are
 * fewer: what is asked all day is compiled, which takes some dozens of requests.
 */
const WARM_UP = 60;

/**
 * Requests one after the other.
 *
 * @param url - of all of them, or of the next one
 * @param before - what comes before each of them
 * @param cost - processor time that takes in the database, in milliseconds
 */
export async function time(
  url: string | (() => string),
  headers: Record<string, string>,
  options: {
    samples: number;
    processes: Processes;
    before?: () => Promise<unknown>;
    cost?: number;
    /** What each request sends, where it is not only asked for something. */
    init?: () => RequestInit;
  },
): Promise<Timing> {
  const { samples, processes, before = async () => {}, cost = 0 } = options;
  const { init = () => ({}) } = options;
  const taken: number[] = [];
  let bytes = 0;
  let used = { backend: 0, database: 0 };
  for (let run = -Math.min(WARM_UP, 2 * samples); run < samples; run++) {
    if (run === 0) {
      used = cpuNow(processes);
    }
    await before();
    const start = performance.now();
    const { headers: more, ...rest } = init();
    const address = typeof url === 'string' ? url : url();
    const response = await fetch(address, {
      ...rest,
      headers: { ...headers, ...more },
    });
    const body = await response.arrayBuffer();
    if (!response.ok) {
      throw new Error(`${address}: ${response.status} ${Buffer.from(body)}`);
    }
    bytes = body.byteLength;
    if (run >= 0) {
      taken.push(performance.now() - start);
    }
  }
  const { backend, database } = cpuNow(processes);
  return {
    samples,
    median: at(taken, 0.5),
    p95: at(taken, 0.95),
    backendCpu: rounded((backend - used.backend) / samples),
    databaseCpu: rounded(
      Math.max(0, (database - used.database) / samples - cost),
    ),
    bytes,
  };
}

/** Processor time that something takes in the database, in milliseconds. */
export async function costOf(
  step: () => Promise<unknown>,
  { database }: Processes,
): Promise<number> {
  const times = 300;
  const before = cpuOfTree(database);
  for (let run = 0; run < times; run++) {
    await step();
  }
  return (cpuOfTree(database) - before) / times;
}

function cpuNow({ backend, database }: Processes): Processes {
  return { backend: cpuOf(backend), database: cpuOfTree(database) };
}

/** A quantile of some values. */
export function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
  return rounded(sorted[index] ?? 0);
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** When and on what something is measured, for its results. */
export function conditions(engine: string) {
  return {
    at: new Date().toISOString(),
    engine,
    node: process.version,
    processor: os.cpus()[0].model,
    processors: os.availableParallelism(),
    load: os.loadavg().map(rounded),
  };
}
