// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { emptyAnswerState } from '@ml-lens/lens-model';
import type { ConfirmReason } from '@ml-lens/lens-model/confirm';
import type { Knex } from 'knex';
import { inTransaction } from '../../database/transaction';
import { answerToJson } from '../../reviews/answerStates';
import { DoubtStore } from '../../reviews/DoubtStore';

export const NOW = '2026-11-29T10:00:00.000Z';
export const TEAM = 'group:default/science';
export const MEI = 'user:default/mei';
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

function phasesAt(status: string): string {
  return JSON.stringify({ frame: status });
}

export function scorecard(workloadId: string, changes: object = {}) {
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
  return answerToJson({ ...emptyAnswerState(), ...changes });
}

export function answer(workloadId: string, said: object, changes: object = {}) {
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

/** Puts the answer to `q` of the review of `fraud` in doubt. */
export async function putInDoubt(
  knex: Knex,
  reason: ConfirmReason,
  since: string,
): Promise<void> {
  await inTransaction(knex, tx =>
    new DoubtStore(knex).add(tx, 'fraud/aws', ['q'], {
      reason,
      since,
      detail: null,
    }),
  );
}

export function evidence(
  workloadId: string,
  key: string,
  changes: object = {},
) {
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
export const KINDS: Record<
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
