// Says where to click once the portal answers.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root, say } from './provision.mjs';

// The addresses are the configuration's, with local files and environment
// variables applied, as the portal itself reads them.
function readUrls(tools) {
  const { status, stdout } = spawnSync(
    tools.node,
    [path.join(root, 'scripts/lib/print-urls.mjs')],
    { cwd: root, env: tools.env, encoding: 'utf8' },
  );
  return status === 0 ? JSON.parse(stdout) : undefined;
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
  // The app's server holds the first request until it has compiled, by when
  // the backend is usually up: one question each instead of a log full of them.
  await waitFor(app, signal);
  await waitFor(`${backend}/.backstage/health/v1/readiness`, signal);
}

/**
 * Prints the app's address as soon as app and backend answer.
 *
 * @returns a function that gives up waiting
 */
export function announceWhenReady(tools) {
  const controller = new AbortController();
  const { signal } = controller;
  const urls = readUrls(tools);
  if (urls) {
    waitUntilReady(urls, signal).then(() => {
      if (signal.aborted) return;
      say('');
      say(`ML Lens is ready:  ${urls.app}`);
      say('Open it in a browser and choose who to be. Ctrl-C stops it.');
      say('');
    });
  }
  return () => controller.abort();
}
