// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { proposalsOn, proposed } from '../__testUtils__/proposalFixtures';
import { KEY } from '../__testUtils__/serviceFixtures';
import { insertAll } from '../database/sql';
import { supersedeProposals } from '../reviews/openProposals';
import type { ProposalRow } from './rows';

jest.setTimeout(240_000);

const databases = testDatabases();
const COUNT = 10_000;
const NOW = '2026-05-01T00:00:00.000Z';
const REVIEW_ID = `${KEY.workloadId}/${KEY.lensId}`;

/**
 * So many open proposals in one review, each of an agent of its own, and twice
 * as many in others.
 */
async function fill(knex: Knex) {
  const template = (await knex('proposals').first()) as ProposalRow;
  const rows = Array.from({ length: 3 * COUNT }, (_, index) => ({
    ...template,
    ...(index >= COUNT && { review_id: `other/${index % 100}` }),
    proposal_id: randomUUID(),
    agent_name: `agent ${index}`,
    proposal_key: `key ${index}`,
    proposed_at: new Date(Date.parse(NOW) - index * 1000).toISOString(),
  }));
  await knex('proposals').delete();
  await insertAll(knex, 'proposals', rows);
  await knex.raw('analyze proposals');
}

/**
 * The plans of the statements sent while a step runs, one text each. Counting
 * reads every row it counts, however it finds them.
 */
async function plansDuring(knex: Knex, step: () => Promise<unknown>) {
  const sent: { sql: string; bindings: Knex.RawBinding[] }[] = [];
  const listen = (query: { sql: string; bindings: Knex.RawBinding[] }) =>
    sent.push({ sql: query.sql, bindings: query.bindings });
  knex.on('query', listen);
  await step();
  knex.removeListener('query', listen);
  const pg = knex.client.config.client === 'pg';
  const plans: string[] = [];
  for (const { sql, bindings } of sent.filter(
    each => each.sql.includes('proposals') && !each.sql.includes('count('),
  )) {
    const text = pg ? sql.replace(/\$\d+/g, '?') : sql;
    const rows = await knex.raw(
      `explain ${pg ? '' : 'query plan '}${text}`,
      bindings ?? [],
    );
    plans.push(JSON.stringify(pg ? rows.rows : rows));
  }
  return plans;
}

describe.each(databases.ids)('10,000 open proposals on %s', id => {
  it('are listed a page at a time within 100 ms of a list of one', async () => {
    const { knex, list, propose } = await proposalsOn(
      await databases.create(id),
      { clock: () => NOW },
    );
    await propose(proposed());
    const page = async () => {
      const times = [];
      for (let run = 0; run < 7; run++) {
        const begun = performance.now();
        await list.list(KEY, { status: ['OPEN'], limit: 100 });
        times.push(performance.now() - begun);
      }
      return times.sort((a, b) => a - b)[3];
    };
    const floor = await page();
    await fill(knex);
    const first = await list.list(KEY, { status: ['OPEN'], limit: 100 });
    expect(first.totalItems).toBe(COUNT);
    expect(first.items[0].proposedAt).toBe(NOW);
    expect((await page()) - floor).toBeLessThan(100);
  });

  it('are found through indexes', async () => {
    const { knex, proposals, propose } = await proposalsOn(
      await databases.create(id),
      { clock: () => NOW },
    );
    await propose(proposed());
    await fill(knex);
    const plans = {
      page: await plansDuring(knex, () =>
        proposals.page(REVIEW_ID, { status: ['OPEN'] }, { at: NOW, limit: 20 }),
      ),
      question: await plansDuring(knex, () =>
        proposals.page(REVIEW_ID, { question: 'none' }, { at: NOW, limit: 20 }),
      ),
      superseding: await plansDuring(knex, () =>
        knex.transaction(async tx => {
          const [superseding] = supersedeProposals(
            tx,
            'another/review',
            undefined,
            {
              review: { last_at: NOW, lens_version: '1' },
              answers: [{ question_id: 'none', revision: 2 }],
            },
          );
          await superseding;
        }),
      ),
    };
    expect(plans.page[0]).toContain('proposals_review_id_proposed_at_idx');
    expect(plans.question[0]).toContain('proposals_review_id_question_id_idx');
    expect(plans.superseding[0]).toMatch(/proposals_\w+_(?:uniq|idx)/);
    for (const plan of Object.values(plans).flat()) {
      expect(plan).not.toMatch(/SCAN proposals"|Seq Scan on proposals/);
    }
  });
});
