// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The demo portal as a newcomer starts it, on free ports, with data of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { answers, freePort } from './net.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const MINUTES_TO_START = 8;

/** Whether the backend has read the demo's services from the catalog. */
async function knowsServices(apiUrl) {
  try {
    const signal = AbortSignal.timeout(60_000);
    const session = await fetch(`${apiUrl}/auth/demo/refresh`, {
      headers: { 'x-demo-user': 'mika' },
      signal,
    }).then(response => response.json());
    const response = await fetch(
      `${apiUrl}/ml-lens/workloads/demand-forecasting`,
      {
        headers: { authorization: `Bearer ${session.backstageIdentity.token}` },
        signal,
      },
    );
    return (await response.json()).entityRef !== null && response.ok;
  } catch {
    return false;
  }
}

/**
 * Starts backend and app and waits until somebody can sign in
 * and sees services. With
 * PORTAL_URL and PORTAL_API_URL set, uses the portal that runs there.
 */
export async function startPortal() {
  if (process.env.PORTAL_URL && process.env.PORTAL_API_URL) {
    const { PORTAL_URL: url, PORTAL_API_URL: apiUrl } = process.env;
    return { url, apiUrl, stop: async () => {} };
  }
  const [appPort, backendPort] = [await freePort(), await freePort()];
  const data = mkdtempSync(path.join(tmpdir(), 'ml-lens-e2e-'));
  const log = path.join(data, 'portal.log');
  const output = openSync(log, 'w');
  const child = spawn(
    process.execPath,
    [path.join(root, 'provision/portal.mjs'), 'start'],
    {
      cwd: root,
      stdio: ['ignore', output, output],
      env: {
        ...process.env,
        ML_LENS_APP_PORT: String(appPort),
        ML_LENS_BACKEND_PORT: String(backendPort),
        ML_LENS_DATA_DIR: path.join(data, 'db'),
      },
    },
  );
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  const url = `http://localhost:${appPort}`;
  const apiUrl = `http://localhost:${backendPort}/api`;
  const end = Date.now() + MINUTES_TO_START * 60_000;
  const ready = async () =>
    (await knowsServices(apiUrl)) && (await answers(url));
  while (!(await ready())) {
    if (Date.now() > end || child.exitCode !== null) {
      const tail = readFileSync(log, 'utf8').split('\n').slice(-40).join('\n');
      await stop();
      throw new Error(`The portal did not start:\n${tail}`);
    }
    await delay(1_000);
  }
  return { url, apiUrl, stop };
}
