// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensResponse,
  PlanItem,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import { actorOf, type CallerCredentials } from '../auth/caller';
import { readableRefs } from '../auth/readableRefs';
import type { QueryOf } from '../http/bindRoutes';
import {
  type KeysetList,
  keysetPage,
  type KeysetRow,
  listKeyOf,
} from '../database/keyset';
import { toNumber, whereAnyOf } from '../database/sql';
import type { Deps } from '../deps';
import { answerFromJson } from '../reviews/answerStates';
import type { AnswerRow, ScorecardRow } from '../reviews/rows';
import type { ImprovementRow } from './ImprovementStore';
import { isSettled } from './practice';

/** What is to be done, or being done. */
const OPEN: PlanItem['status'][] = ['NOT_STARTED', 'IN_PROGRESS'];

/** Which plans a board shows. */
export type PlanQuery = QueryOf<'listPlanItems'>;

type PlanRow = KeysetRow &
  ImprovementRow &
  Pick<
    ScorecardRow,
    | 'workload_id'
    | 'title'
    | 'primary_entity_ref'
    | 'owner_ref'
    | 'lens_id'
    | 'lens_version'
  >;

/** What people planned, over all the workloads somebody may see. */
export class PlanBoard {
  constructor(
    private readonly deps: Pick<Deps, 'access' | 'clock' | 'knex' | 'userInfo'>,
  ) {}

  /**
   * A page of what is planned, what is due first in front and what is due on no
   * day last.
   *
   * @throws InputError for a cursor of another list
   */
  async list(
    query: PlanQuery,
    credentials: CallerCredentials,
  ): Promise<MlLensResponse<'listPlanItems'>> {
    const { access, clock, knex } = this.deps;
    const today = clock().slice(0, 'YYYY-MM-DD'.length);
    const select = await this.#select(query, today, credentials);
    const { cursor, limit, ...filters } = query;
    const { rows, pageInfo } = await keysetPage<PlanRow>(boardList(select), {
      key: listKeyOf(['plan-items', actorOf(credentials)], filters),
      cursor,
      limit,
    });
    const [{ count }] = await select().count({ count: '*' });
    const [settled, outcomes, shown] = await Promise.all([
      settledPractices(knex, rows),
      access.outcomes(
        [...new Set(rows.map(row => row.workload_id))],
        'update',
        credentials,
      ),
      readableRefs(
        access,
        rows.map(row => row.primary_entity_ref),
        credentials,
      ),
    ]);
    return {
      items: rows.map(row => ({
        workloadId: row.workload_id,
        title: row.title,
        entityRef: shown(row.primary_entity_ref),
        owner: row.owner_ref,
        lens: { id: row.lens_id, version: row.lens_version },
        questionId: row.question_id,
        choiceId: row.choice_id,
        revision: row.revision,
        status: row.status,
        assignee: row.assignee,
        dueDate: row.due_date,
        link: row.link,
        late:
          row.due_date !== null &&
          row.due_date < today &&
          OPEN.includes(row.status),
        inPlace: settled.has(row.row_id),
        may: outcomes.get(row.workload_id) === 'allowed',
        updatedAt: row.updated_at,
        updatedBy: row.updated_by,
      })),
      totalItems: toNumber(count),
      pageInfo,
    };
  }

  async #select(
    query: PlanQuery,
    today: string,
    credentials: CallerCredentials,
  ): Promise<() => Knex.QueryBuilder> {
    const { access, knex } = this.deps;
    const filter = await access.listFilter(credentials);
    const refs = await this.#refs(query.scope, credentials);
    return () => {
      const rows = knex
        .from('improvements as i')
        .join('scorecards as s', 's.review_id', 'i.review_id')
        .where('s.orphaned', false)
        .whereIn('i.status', query.status ?? OPEN);
      filter?.apply(rows, 's');
      if (query.scope === 'mine') {
        rows.whereIn('i.assignee', refs);
      } else if (query.scope === 'team') {
        rows.where(whose => {
          whose.whereIn('i.assignee', refs).orWhereIn('s.owner_ref', refs);
        });
      }
      whereAnyOf(rows, 's.lens_id', query.lens);
      whereAnyOf(rows, 's.workload_id', query.workload);
      whereAnyOf(rows, 's.owner_ref', query.owner);
      whereAnyOf(rows, 'i.assignee', query.assignee);
      if (query.late === 'true') {
        rows.where('i.due_date', '<', today).whereIn('i.status', OPEN);
      } else if (query.late === 'false') {
        rows.where(kept =>
          kept
            .whereNull('i.due_date')
            .orWhere('i.due_date', '>=', today)
            .orWhereNotIn('i.status', OPEN),
        );
      }
      return rows;
    };
  }

  async #refs(
    scope: PlanQuery['scope'],
    credentials: CallerCredentials,
  ): Promise<string[]> {
    const me = actorOf(credentials).toLocaleLowerCase('en-US');
    if (scope !== 'team' || credentials.principal.type !== 'user') {
      return [me];
    }
    const { ownershipEntityRefs } = await this.deps.userInfo.getUserInfo(
      credentials,
    );
    return [
      ...new Set([
        me,
        ...ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US')),
      ]),
    ];
  }
}

/** The list of a board: by day, then by practice. */
function boardList(select: () => Knex.QueryBuilder): KeysetList {
  const id = `(i.review_id || '/' || i.question_id || '/' || i.choice_id)`;
  return {
    select: () => {
      const query = select();
      return query.select(
        'i.*',
        's.workload_id',
        's.title',
        's.primary_entity_ref',
        's.owner_ref',
        's.lens_id',
        's.lens_version',
        { sort_value: 'i.due_date' },
        query.client.raw(`${id} as row_id`),
      );
    },
    column: { expression: 'i.due_date', type: 'text', nullable: true },
    id,
    descending: false,
  };
}

/** Those of the rows whose answer leaves nothing to be done, by row id. */
async function settledPractices(
  knex: Knex,
  rows: readonly PlanRow[],
): Promise<Set<string>> {
  if (rows.length === 0) {
    return new Set();
  }
  const answers: Pick<AnswerRow, 'review_id' | 'question_id' | 'state'>[] =
    await knex('answers')
      .whereIn(
        ['review_id', 'question_id'],
        rows.map(row => [row.review_id, row.question_id]),
      )
      .select('review_id', 'question_id', 'state');
  const states = new Map(
    answers.map(({ review_id, question_id, state }) => [
      `${review_id}/${question_id}`,
      answerFromJson(state),
    ]),
  );
  return new Set(
    rows
      .filter(row =>
        isSettled(
          states.get(`${row.review_id}/${row.question_id}`),
          row.choice_id,
        ),
      )
      .map(row => row.row_id),
  );
}
