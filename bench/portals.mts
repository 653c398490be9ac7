// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/* Starts backends in processes of their own, and says what they use. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import net from 'node:net';
import { fileURLToPath } from 'node:url';

export interface Portal {
  base: string;
  pid: number;
  /** Until it took requests, in milliseconds. */
  startedIn: number;
  /**
   * Headers of a user: `all` sees everything, `some` the workloads of teams,
   * `member` is in some teams.
   */
  headersOf(user: 'all' | 'some' | 'member'): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * @param options.teams - whose workloads the user `some` sees
 * @param options.memberOf - the teams of the user `member`
 * @param options.empty - without the plugin
 */
export async function startPortal(options: {
  connection: string;
  teams: string[];
  memberOf?: string[];
  empty?: boolean;
}): Promise<Portal> {
  const port = await freePort();
  const began = performance.now();
  const child = fork(fileURLToPath(new URL('portal.mts', import.meta.url)), {
    env: {
      ...process.env,
      BENCH_PORT: String(port),
      BENCH_DATABASE: options.connection,
      BENCH_TEAMS: JSON.stringify(options.teams),
      BENCH_MEMBER_OF: JSON.stringify(options.memberOf ?? []),
      BENCH_EMPTY: String(options.empty === true),
      // As a portal is run for people; it changes how errors are shown, too.
      NODE_ENV: 'production',
    },
    execArgv: ['--no-warnings'],
    stdio: [
      'ignore',
      process.env.BENCH_LOG ? 'inherit' : 'ignore',
      'inherit',
      'ipc',
    ],
  });
  await started(child);
  const base = `http://127.0.0.1:${port}`;
  return {
    base,
    pid: child.pid!,
    startedIn: Math.round(performance.now() - began),
    async headersOf(user) {
      const response = await fetch(`${base}/api/auth/demo/refresh`, {
        headers: { 'x-demo-user': user },
      });
      const { backstageIdentity } = (await response.json()) as any;
      return { authorization: `Bearer ${backstageIdentity.token}` };
    },
    async stop() {
      if (child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
    },
  };
}

/** Until a backend takes requests; Backstage's loader sends messages of its own. */
export async function started(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.on('message', message => message === 'started' && resolve());
    child.on('exit', code => reject(new Error(`a backend ended: ${code}`)));
  });
}

export async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as net.AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Milliseconds a tick of the accounting stands for, as Linux has it. */
const TICK = 10;

/** Fields of /proc/<pid>/stat after the name of the program. */
function statOf(pid: number | string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Processor time of a process so far, in milliseconds. */
export function cpuOf(pid: number): number {
  const [utime = 0, stime = 0] = (statOf(pid) ?? []).slice(11, 13).map(Number);
  return TICK * (utime + stime);
}

/** Processor time of a process and those it has started, in milliseconds. */
export function cpuOfTree(pid: number): number {
  const ended = (statOf(pid) ?? []).slice(13, 15).map(Number);
  const children = readdirSync('/proc').filter(
    name => /^\d+$/.test(name) && statOf(name)?.[1] === String(pid),
  );
  return (
    cpuOf(pid) +
    TICK * ended.reduce((sum, ticks) => sum + ticks, 0) +
    children.reduce((sum, child) => sum + cpuOf(Number(child)), 0)
  );
}

/** Memory of a process, in megabytes: now, and the most it had so far. */
export function memoryOf(pid: number): number {
  return megabytesOf(pid, 'VmRSS');
}

export function peakMemoryOf(pid: number): number {
  return megabytesOf(pid, 'VmHWM');
}

function megabytesOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes = 0] =
    new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status) ?? [];
  return Math.round(Number(kilobytes) / 1000);
}
