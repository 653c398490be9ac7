// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { Access, WorkloadFilter } from '../auth/Access';
import { Freshness } from '../reviews/Freshness';
import { testDatabases } from '../__testUtils__/databases';
import { InboxService } from './InboxService';

jest.setTimeout(120_000);

const databases = testDatabases();
const NOW = '2026-11-29T10:00:00.000Z';
const TEAM = 'group:default/science';
const MEI = 'user:default/mei';
const figures = {
  coverage: 1,
  high: 0,
  medium: 0,
  none: 1,
  unanswered: 0,
  not_applicable: 0,
  practices_in_place: 1,
  practices_applicable: 2,
};

/** Sees every workload but the one called hidden. */
const notHidden: WorkloadFilter = {
  apply: (query, { workloadId }) => {
    query.whereNot(workloadId, 'hidden');
  },
  test: async () => workload => workload.workloadId !== 'hidden',
};

/** The phase `frame` at a status. */
function phasesAt(status: string): string {
  return JSON.stringify({ frame: status });
}

function scorecard(workloadId: string, changes: object = {}) {
  return {
    review_id: `${workloadId}/aws`,
    workload_id: workloadId,
    lens_id: 'aws',
    lens_version: '1',
    title: workloadId,
    title_sort: workloadId,
    owner_ref: TEAM,
    lifecycle: 'production',
    primary_entity_ref: `component:default/${workloadId}`,
    ...figures,
    score: 50,
    level: 'Defined',
    scopes: '{}',
    phases: '{}',
    states: '',
    answered_at: '2026-11-28T10:00:00.000Z',
    ...changes,
  };
}

function stateOf(changes: object): string {
  return JSON.stringify({
    selectedChoices: [],
    notApplicableChoices: [],
    notApplicable: null,
    notes: '',
    evidence: [],
    ...changes,
  });
}

function answer(workloadId: string, said: object, changes: object = {}) {
  return {
    review_id: `${workloadId}/aws`,
    question_id: 'q',
    revision: 1,
    state: stateOf(said),
    risk: 'MEDIUM',
    rule_matched: true,
    updated_at: NOW,
    updated_by: MEI,
    ...changes,
  };
}

function evidence(workloadId: string, key: string, changes: object = {}) {
  return {
    evidence_id: `${workloadId}-${key}`,
    review_id: `${workloadId}/aws`,
    source: 'CI',
    evidence_key: key,
    body_hash: '',
    question_id: 'q',
    choice_id: 'q_a',
    provider: 'ci',
    verdict: 'SUPPORTS',
    title: 'Pipeline',
    observed_at: '2026-11-20T10:00:00.000Z',
    expires_at: null,
    ...changes,
  };
}

function lens(version: string, seq: number) {
  const empty = { names: '{}', description: '', descriptions: '{}' };
  return {
    ...empty,
    lens_id: 'aws',
    version,
    status: 'PUBLISHED',
    seq,
    is_major: false,
    origin: 'import',
    name: 'AWS',
    document: '{}',
    document_hash: version,
    pillar_count: 1,
    question_count: 1,
    choice_count: 1,
    created_at: NOW,
    created_by: MEI,
    published_at: '2026-11-20T10:00:00.000Z',
  };
}

/** For every kind: what makes it wait, and what ends that. */
const KINDS: Record<
  string,
  {
    begin: (knex: Knex, workloadId: string) => Promise<unknown>;
    end: (knex: Knex) => Promise<unknown>;
  }
> = {
  PROPOSALS: {
    begin: async (knex, workloadId) => {
      for (const agent of ['a', 'b']) {
        await knex('proposals').insert({
          proposal_id: `${workloadId}-${agent}`,
          review_id: `${workloadId}/aws`,
          question_id: 'q',
          status: 'OPEN',
          agent_name: agent,
          agent: JSON.stringify({ name: agent }),
          proposed_by: MEI,
          proposal_key: agent,
          body_hash: agent,
          based_on: 0,
          lens_version: '1',
          answer: '{}',
          citations: '[]',
          proposed_at: NOW,
          expires_at: '2026-12-29T10:00:00.000Z',
        });
      }
    },
    end: knex => knex('proposals').update({ status: 'REJECTED' }),
  },
  ASSIGNED: {
    begin: (knex, workloadId) =>
      knex('improvements').insert({
        review_id: `${workloadId}/aws`,
        question_id: 'q',
        choice_id: 'c',
        revision: 1,
        status: 'IN_PROGRESS',
        assignee: TEAM,
        due_date: '2026-12-01',
        updated_at: NOW,
        updated_by: MEI,
      }),
    end: knex => knex('improvements').update({ status: 'COMPLETE' }),
  },
  REVIEW_DUE: {
    begin: (knex, workloadId) =>
      knex('scorecards')
        .where({ workload_id: workloadId })
        .update({ answered_at: '2026-08-01T10:00:00.000Z' }),
    end: knex => knex('scorecards').update({ answered_at: NOW }),
  },
  PHASE_DUE: {
    begin: async (knex, workloadId) => {
      await knex('scorecards').where('workload_id', workloadId).update({
        current_phase: 'frame',
        due_open: 1,
        due_since: '2026-11-02T10:00:00.000Z',
      });
    },
    end: knex => knex('scorecards').update({ due_open: 0 }),
  },
  PHASE_LATE: {
    begin: async (knex, workloadId) => {
      await knex('scorecards')
        .where('workload_id', workloadId)
        .update({ phases: phasesAt('IN_PROGRESS') });
      await knex('phase_targets').insert({
        review_id: `${workloadId}/aws`,
        phase_id: 'frame',
        target_date: '2026-11-01',
      });
    },
    end: knex => knex('scorecards').update({ phases: phasesAt('COMPLETE') }),
  },
  TARGET_BEHIND: {
    begin: (knex, workloadId) =>
      knex('org_targets')
        .insert({
          target_id: '0b1d',
          name: "Half of Mei's",
          description: '',
          lens_id: 'aws',
          filter: '{}',
          min_score: 80,
          min_coverage: 0,
          phases: '[]',
          start_date: '2026-11-01',
          due_date: '2026-12-31',
          revision: 1,
          created_at: NOW,
          created_by: workloadId,
          updated_at: NOW,
          updated_by: MEI,
        })
        .onConflict()
        .ignore(),
    end: knex => knex('scorecards').update({ score: 90 }),
  },
  LINK_PENDING: {
    begin: (knex, workloadId) =>
      knex('workload_entities').insert({
        entity_ref: `api:default/${workloadId}`,
        workload_id: workloadId,
        facts: '{}',
        facts_hash: '',
        link_state: 'PENDING',
        sync_id: 's',
      }),
    end: knex => knex('workload_entities').update({ link_state: 'JOINED' }),
  },
  CONTRADICTION: {
    begin: async (knex, workloadId) => {
      await knex('answers').insert(
        answer(workloadId, { selectedChoices: ['q_a'] }),
      );
      // Two that say the same are one thing to look at.
      for (const key of ['1', '2']) {
        await knex('reported_evidence').insert(
          evidence(workloadId, key, { verdict: 'CONTRADICTS' }),
        );
      }
    },
    end: knex =>
      knex('answers').update({ state: stateOf({ selectedChoices: ['q_b'] }) }),
  },
  UPGRADE_AVAILABLE: {
    begin: knex =>
      knex('lenses')
        .insert([lens('1', 1), lens('2', 2)])
        .onConflict()
        .ignore(),
    end: knex => knex('scorecards').update({ lens_version: '2' }),
  },
};

describe.each(databases.ids)('the inbox on %s', id => {
  async function start() {
    const knex = await databases.create(id);
    for (const workloadId of ['fraud', 'hidden']) {
      await knex('scorecards').insert(scorecard(workloadId));
    }
    const access: Partial<Access> = {
      listFilter: async () => notHidden,
      mayManageLinks: async () => false,
      readableEntities: async refs => new Set(refs),
    };
    const inboxOf = (refs: string[]) =>
      new InboxService({
        access: access as Access,
        clock: () => NOW,
        freshness: new Freshness({ days: 90 }, ['retired']),
        knex,
        userInfo: mockServices.userInfo({ ownershipEntityRefs: refs }),
        approvers: [],
      });
    const inbox = inboxOf([MEI, TEAM]);
    const list = async (scope: 'mine' | 'team', cursor?: string, limit = 50) =>
      await inbox.list(
        { scope, limit, ...(cursor !== undefined && { cursor }) },
        mockCredentials.user(MEI),
      );
    return { knex, list, inboxOf };
  }

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
      { selectedChoices: ['q_b'] },
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

  it.each(Object.entries(KINDS))(
    'shows %s to the team until it is dealt with',
    async (kind, { begin, end }) => {
      const { knex, list } = await start();
      for (const workloadId of ['fraud', 'hidden']) {
        await begin(knex, workloadId);
      }
      const { items, totalItems } = await list('team');
      expect(items).toEqual([
        expect.objectContaining({ kind, workloadId: 'fraud' }),
      ]);
      expect(totalItems).toBe(1);
      expect((await list('mine')).items).toEqual([]);

      await knex('scorecards').update({ lifecycle: 'retired' });
      expect((await list('team')).items).toEqual([]);
      await knex('scorecards').update({ lifecycle: 'production' });

      await end(knex);
      expect((await list('team')).items).toEqual([]);
    },
  );

  it('lists an answer that evidence contradicts once, until it is confirmed', async () => {
    const { knex, list } = await start();
    await KINDS.CONTRADICTION.begin(knex, 'fraud');
    await knex('answer_doubts').insert({
      review_id: 'fraud/aws',
      question_id: 'q',
      reason: 'EVIDENCE_CONTRADICTS',
      since: NOW,
    });
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

  it.each([
    ['AGE', 'OWNER_CHANGED'],
    ['OWNER_CHANGED', 'AGE'],
  ])(
    'says of an answer in several doubts why and since when the earliest, %s, is one',
    async (earliest, later) => {
      const { knex, list } = await start();
      await knex('answers').insert(answer('fraud', {}));
      const since = '2026-11-20T10:00:00.000Z';
      await knex('answer_doubts').insert(
        [
          { reason: later, since: NOW },
          { reason: earliest, since },
        ].map(doubt => ({
          review_id: 'fraud/aws',
          question_id: 'q',
          ...doubt,
        })),
      );
      expect((await list('team')).items).toEqual([
        expect.objectContaining({ kind: 'CONFIRM', reason: earliest, since }),
      ]);
    },
  );

  it('has what is due first in front, page by page', async () => {
    const { knex, list } = await start();
    for (const { begin } of Object.values(KINDS)) {
      await begin(knex, 'fraud');
    }
    const { items } = await list('team');
    expect(items.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['REVIEW_DUE', '2026-10-30T10:00:00.000Z'],
      ['PHASE_LATE', '2026-11-01T23:59:59.999Z'],
      ['ASSIGNED', '2026-12-01T23:59:59.999Z'],
      ['PROPOSALS', '2026-12-29T10:00:00.000Z'],
      ['TARGET_BEHIND', '2026-12-31T23:59:59.999Z'],
      ['CONTRADICTION', null],
      ['LINK_PENDING', null],
      ['PHASE_DUE', null],
      ['UPGRADE_AVAILABLE', null],
    ]);
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await list('team', cursor, 1);
      seen.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(items);
  });

  it('is what filtering by hand gives, for four people', async () => {
    const { knex, inboxOf } = await start();
    const people = [
      [MEI, TEAM],
      ['user:default/jun', TEAM],
      ['user:default/ada', 'group:default/other'],
      ['user:default/sol'],
    ];
    const owners = [...new Set(people.flat())];
    const due = owners.map((owner, index) => ({
      workloadId: index === 2 ? 'hidden' : `owned-${index}`,
      owner,
      assignee: owners[(index + 1) % owners.length],
    }));
    await knex('scorecards').delete();
    for (const { workloadId, owner, assignee } of due) {
      await knex('scorecards').insert(
        scorecard(workloadId, {
          owner_ref: owner,
          answered_at: '2026-08-01T10:00:00.000Z',
        }),
      );
      await KINDS.ASSIGNED.begin(knex, workloadId);
      await knex('improvements')
        .where({ review_id: `${workloadId}/aws` })
        .update({ assignee });
    }
    for (const refs of people) {
      for (const scope of ['mine', 'team'] as const) {
        const own = scope === 'mine' ? refs.slice(0, 1) : refs;
        const byHand = due
          .filter(({ workloadId }) => workloadId !== 'hidden')
          .flatMap(({ workloadId, owner, assignee }) => [
            ...(own.includes(owner) ? [`REVIEW_DUE ${workloadId}`] : []),
            ...(own.includes(assignee) ? [`ASSIGNED ${workloadId}`] : []),
          ]);
        const { items, totalItems } = await inboxOf(refs).list(
          { scope, limit: 50 },
          mockCredentials.user(refs[0]),
        );
        const listed = items.map(item => `${item.kind} ${item.workloadId}`);
        expect(listed.sort()).toEqual(byHand.sort());
        expect(totalItems).toBe(byHand.length);
      }
    }
  });
});
