// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { SageMakerAccount } from './SageMakerAccount';

const DAY_MS = 86_400_000;

/** An execution further back says nothing of today. */
const LOOK_BACK_MS = 7 * DAY_MS;

/** How the schedules of an endpoint stand. */
export interface Monitoring {
  rules: number;
  /** Those whose last execution found violations. */
  firing: number;
  /** Those that do not run, or whose last execution failed. */
  silent: number;
}

/** Executions that have come to an end tell how it stands. */
const ENDED = new Set([
  'Completed',
  'CompletedWithViolations',
  'Failed',
  'Stopped',
]);

/**
 * How monitoring stands, by endpoint: every schedule, with the last of its
 * executions that came to an end. Two listings, however many schedules.
 *
 * @param now - milliseconds since 1970
 */
export async function readMonitoring(
  account: SageMakerAccount,
  signal: AbortSignal,
  now: number = Date.now(),
): Promise<Map<string, Monitoring>> {
  const schedules = new Map<
    string,
    { endpoint: string; runs: boolean; createdAt: number }
  >();
  for await (const one of account.schedules(signal)) {
    if (one.MonitoringScheduleName && one.EndpointName) {
      schedules.set(one.MonitoringScheduleName, {
        endpoint: one.EndpointName,
        runs: !/Failed|Stopped/.test(one.MonitoringScheduleStatus ?? ''),
        createdAt: one.CreationTime?.getTime() ?? 0,
      });
    }
  }
  const ended = await lastEnded(account, new Set(schedules.keys()), {
    signal,
    since: new Date(now - LOOK_BACK_MS),
  });
  const monitoring = new Map<string, Monitoring>();
  for (const [name, { endpoint, runs, createdAt }] of schedules) {
    const status = ended.get(name);
    const isQuiet = status === undefined && createdAt < now - DAY_MS;
    const own = monitoring.get(endpoint) ?? { rules: 0, firing: 0, silent: 0 };
    own.rules += 1;
    own.firing += Number(status === 'CompletedWithViolations');
    own.silent += Number(
      !runs || isQuiet || status === 'Failed' || status === 'Stopped',
    );
    monitoring.set(endpoint, own);
  }
  return monitoring;
}

/** How the last execution that came to an end did, by schedule. */
async function lastEnded(
  account: SageMakerAccount,
  waiting: Set<string>,
  { signal, since }: { signal: AbortSignal; since: Date },
): Promise<Map<string, string>> {
  const ended = new Map<string, string>();
  if (waiting.size === 0) {
    return ended;
  }
  for await (const one of account.executions(signal, since)) {
    const { MonitoringScheduleName: name, MonitoringExecutionStatus: status } =
      one;
    // Newest first: the first one met is the last one.
    if (name && status && ENDED.has(status) && waiting.delete(name)) {
      ended.set(name, status);
    }
    if (waiting.size === 0) {
      break;
    }
  }
  return ended;
}
