// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What docs/api.md tells people to type, typed at the demo portal.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { blocksOf } from './lib/docs.mjs';
import { expect, test } from './lib/test.mjs';

test.describe('the HTTP API by its document', () => {
  test('reads a review and answers a question', async ({ portal }) => {
    const typed = blocksOf('docs/api.md')
      .filter(({ language }) => language === 'sh')
      .map(({ text }) => text.replace(/^BASE=.*$/m, `BASE=${portal.apiUrl}`))
      .join('\n');
    const { stdout } = await promisify(execFile)('bash', ['-euc', typed]);
    const [before, answer, revision, after] = stdout
      .trim()
      // One JSON value after the other.
      .split(/\n(?=[\d{])/)
      .map(value => JSON.parse(value));
    expect(before).toBeGreaterThanOrEqual(0);
    expect(before).toBeLessThanOrEqual(100);
    expect(answer.revision).toBeGreaterThanOrEqual(1);
    expect([answer.revision, answer.revision + 1]).toContain(revision);
    expect(after).toBeGreaterThanOrEqual(0);
    expect(after).toBeLessThanOrEqual(100);
  });
});
