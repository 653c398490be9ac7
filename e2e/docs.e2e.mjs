// What docs/api.md tells people to type, typed at the demo portal.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { blocksOf } from './lib/docs.mjs';

describe('the HTTP API by its document', () => {
  it('reads a review and answers a question', async () => {
    const typed = blocksOf('docs/api.md')
      .filter(({ language }) => language === 'sh')
      .map(({ text }) =>
        text.replace(/^BASE=.*$/m, `BASE=${process.env.PORTAL_API_URL}`),
      )
      .join('\n');
    const { stdout } = await promisify(execFile)('bash', ['-euc', typed]);
    const [before, answer, revision, after] = stdout
      .trim()
      // One JSON value after the other.
      .split(/\n(?=[\d{])/)
      .map(value => JSON.parse(value));
    assert.ok(before >= 0 && before <= 100);
    assert.ok(answer.revision >= 1);
    assert.ok([answer.revision, answer.revision + 1].includes(revision));
    assert.ok(after >= 0 && after <= 100);
  });
});
