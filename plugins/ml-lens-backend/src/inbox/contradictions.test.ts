// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { testDatabases } from '../__testUtils__/databases';
import { inboxOn } from './__testUtils__/inboxOn';
import {
  answer,
  evidence,
  KINDS,
  NOW,
  putInDoubt,
} from './__testUtils__/waiting';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('answers that evidence contradicts on %s', id => {
  const start = async () => await inboxOn(await databases.create(id));

  it.each<[string, object, object, object, boolean]>([
    [
      'claims what does not hold',
      { selectedChoices: ['q_a'] },
      {},
      { verdict: 'CONTRADICTS' },
      true,
    ],
    [
      'claims something else',
      { selectedChoices: ['q_b'] },
      {},
      { verdict: 'CONTRADICTS' },
      false,
    ],
    ['denies what holds', { selectedChoices: ['q_no'] }, {}, {}, true],
    // What merely looks like "none of these" is none.
    ['denies nothing', { selectedChoices: ['q_xno'] }, {}, {}, false],
    [
      'has no risk where the question fails',
      { selectedChoices: ['q_b'], notes: 'Since May' },
      { risk: 'NONE' },
      { verdict: 'CONTRADICTS', choice_id: null },
      true,
    ],
    [
      'has a risk where the question fails',
      { selectedChoices: ['q_b'] },
      {},
      { verdict: 'CONTRADICTS', choice_id: null },
      false,
    ],
    [
      'is about what does not apply',
      {
        notApplicable: { reason: 'OTHER', notes: '' },
        selectedChoices: ['q_a'],
      },
      {},
      { verdict: 'CONTRADICTS' },
      false,
    ],
    [
      'is contradicted by what is over',
      { selectedChoices: ['q_a'] },
      {},
      { verdict: 'CONTRADICTS', expires_at: NOW },
      false,
    ],
    [
      'is only informed',
      { selectedChoices: ['q_no'] },
      {},
      { verdict: 'INFO' },
      false,
    ],
  ])(
    'tells whether evidence contradicts an answer that %s',
    async (_, said, answered, reported, expected) => {
      const { knex, list } = await start();
      await knex('answers').insert(answer('fraud', said, answered));
      await knex('reported_evidence').insert(evidence('fraud', '1', reported));
      const { items } = await list('team');
      expect(
        items
          .filter(({ kind }) => kind === 'CONTRADICTION')
          .map(({ questionId, reason }) => [questionId, reason]),
      ).toEqual(expected ? [['q', 'Pipeline']] : []);
    },
  );

  it('lists an answer that evidence contradicts once, until it is confirmed', async () => {
    const { knex, list } = await start();
    await KINDS.CONTRADICTION.begin(knex, 'fraud');
    await putInDoubt(knex, 'EVIDENCE_CONTRADICTS', NOW);
    const kinds = async () =>
      (await list('team')).items.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['CONTRADICTION']);

    await knex('reported_evidence').update({ expires_at: NOW });
    expect(await kinds()).toEqual(['CONFIRM']);

    await knex('reported_evidence').update({ expires_at: null });
    await knex('answers').update({ confirmed_at: NOW });
    await knex('answer_doubts').update({ ended_at: NOW });
    expect(await kinds()).toEqual([]);
  });
});
