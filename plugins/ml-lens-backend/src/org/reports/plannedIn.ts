// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensResponse,
  PlanItem,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import { dayOf } from '../../clock';
import { dayNumber, dayOfNumber } from '../columns/dayNumbers';

/** How far ahead reports look, in days. */
export const DAYS_AHEAD = 90;

/** What groups are made by. */
export type ReportGroupBy = MlLensResponse<'getGroupReports'>['groupBy'];

/** A practice that somebody is to put in place by a day. */
export interface Planned {
  reviewId: string;
  questionId: string;
  choiceId: string;
  assignee: string | null;
  status: PlanItem['status'];
  dueDate: string;
}

/** Columns of scorecards with what they are grouped by. */
const COLUMN = {
  owner: 's.owner_ref',
  system: 's.system_ref',
  domain: 's.domain_ref',
} as const satisfies Record<ReportGroupBy, string>;

/**
 * What is planned in some groups and is late at an instant, or due within
 * {@link DAYS_AHEAD} of it, soonest first. Of the past it is known where nobody
 * has planned it anew since. Says nothing of who may see it.
 */
export async function plannedIn(
  knex: Knex,
  options: {
    groupBy: ReportGroupBy;
    keys: readonly (string | null)[];
    at: string;
    isNow: boolean;
  },
): Promise<Planned[]> {
  const { groupBy, keys, at, isNow } = options;
  const column = COLUMN[groupBy];
  const last = dayOfNumber(dayNumber(dayOf(at)) + DAYS_AHEAD);
  const query = knex('improvements as i')
    .join('scorecards as s', 's.review_id', 'i.review_id')
    .where('s.orphaned', false)
    .whereIn('i.status', ['NOT_STARTED', 'IN_PROGRESS'])
    .where('i.due_date', '<=', last)
    .where(group => {
      group.whereIn(
        column,
        keys.filter(key => key !== null),
      );
      if (keys.includes(null)) {
        group.orWhereNull(column);
      }
    });
  if (!isNow) {
    query.where('i.updated_at', '<=', at);
  }
  return await query
    .orderBy(['i.due_date', 'i.review_id', 'i.question_id', 'i.choice_id'])
    .select({
      reviewId: 'i.review_id',
      questionId: 'i.question_id',
      choiceId: 'i.choice_id',
      assignee: 'i.assignee',
      status: 'i.status',
      dueDate: 'i.due_date',
    });
}
