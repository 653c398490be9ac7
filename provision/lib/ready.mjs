// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Says where to click once the portal answers.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PortalError, root, say } from './provision.mjs';

/**
 * Addresses of app and backend as configured, with local files and environment
 * variables applied, as the portal itself reads them.
 */
export function readUrls(tools) {
  const { status, stdout, stderr } = spawnSync(
    tools.node,
    [path.join(root, 'provision/lib/print-urls.mjs')],
    { cwd: root, env: tools.env, encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new PortalError(`The configuration cannot be read:\n${stderr}`);
  }
  return JSON.parse(stdout);
}

async function answers(url, signal) {
  try {
    const response = await fetch(url, { signal });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false; // not listening yet
  }
}

async function waitFor(url, signal) {
  while (!signal.aborted && !(await answers(url, signal))) {
    await delay(1_000, undefined, { signal }).catch(() => {});
  }
}

async function waitUntilReady({ app, backend }, signal) {
  await waitFor(`${backend}/.backstage/health/v1/readiness`, signal);
  await waitFor(app, signal);
}

/**
 * Prints the app's address as soon as app and backend answer.
 *
 * @returns a function that gives up waiting
 */
export function announceWhenReady(urls) {
  const controller = new AbortController();
  const { signal } = controller;
  waitUntilReady(urls, signal).then(() => {
    if (signal.aborted) return;
    say('');
    say(`ML Lens is ready:  ${urls.app}`);
    say('Open it in a browser and choose who to be. Ctrl-C stops it.');
    say('');
  });
  return () => controller.abort();
}
