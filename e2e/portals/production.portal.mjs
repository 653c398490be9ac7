// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The bundle on PostgreSQL, as a company runs it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answeredIn, readReview, signIn, worksFor } from './lib/api.mjs';
import { answerNext, enter, openTab, useBrowser } from './lib/browser.mjs';
import { deployedCurrent } from './lib/current.mjs';
import { databaseOf, startPostgres } from './lib/postgres.mjs';
import { startDeployed } from './lib/production.mjs';

describe('the bundle of a production-only install, on PostgreSQL', () => {
  const openPage = useBrowser();
  let folder;
  let postgres;
  const begin = () =>
    startDeployed(folder, 'postgres', {
      config: { backend: { database: databaseOf(postgres) } },
    });
  before(async () => {
    folder = await deployedCurrent();
    postgres = await startPostgres();
  });
  after(() => postgres?.stop());

  it('takes answers', async () => {
    const running = await begin();
    try {
      await worksFor(running.url);
      const page = await openPage(running.url);
      await enter(page);
      await openTab(page);
      await answerNext(page);
      assert.deepEqual(page.complaints, []);
    } finally {
      running.stop();
    }
  });

  it('has them after a restart', async () => {
    const running = await begin();
    try {
      const token = await signIn(running.url);
      assert.equal(answeredIn(await readReview(running.url, token)), 2);
    } finally {
      running.stop();
    }
  });
});
