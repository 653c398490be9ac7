// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Ports and addresses of what the tests start.
import { createServer } from 'node:net';

/** A port of the loopback interface that nothing listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Whether an address answers with a success within a minute. */
export async function answers(url) {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(60_000),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
