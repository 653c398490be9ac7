// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { InboxItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { withoutRetired } from '../workloads/means';
import {
  CONTRADICTED,
  type InboxScope,
  ofMine,
  owned,
  rows,
  see,
  waivers,
  columns,
} from './inboxRows';
import { behindTarget, joinLatePhases } from './scorecardSql';

/** How long a decision is news, and how long before its end a waiver is. */
const WAIVER_NOTICE = { days: 14 };

/** Instants are stored as `Date.toISOString` writes them. */
const INSTANT_LENGTH = '2026-11-29T10:00:00.000Z'.length;

type KindQuery = (knex: Knex, scope: InboxScope) => Knex.QueryBuilder[];

/** What makes each kind wait; a row for each thing that does. */
export const INBOX_KINDS: Partial<Record<InboxItem['kind'], KindQuery>> = {
  WAIVER_TO_DECIDE: (knex, scope) => {
    if (scope.approve === false) {
      return [];
    }
    const query = waivers(knex, scope, 'WAIVER_TO_DECIDE', 'w.requested_at')
      .where('w.status', 'REQUESTED')
      .where('w.expires_at', '>', scope.now)
      .whereNull('w.ended_at')
      .whereNot('w.requested_by', scope.me);
    see(query, scope.approve);
    return [query];
  },
  WAIVER_DECIDED: (knex, scope) => {
    const query = waivers(knex, scope, 'WAIVER_DECIDED', 'w.decided_at', {
      due: 'cast(null as text)',
      reason: `w.status || coalesce(': ' || w.decision_note, '')`,
    })
      .where('w.requested_by', scope.me)
      .whereIn('w.status', ['APPROVED', 'REJECTED'])
      .where('w.decided_at', '>', shifted(scope.now, -1));
    return [query];
  },
  WAIVER_ENDING: (knex, scope) => [
    waivers(knex, scope, 'WAIVER_ENDING', 'w.decided_at')
      .where('w.status', 'APPROVED')
      .whereNull('w.ended_at')
      .where('w.expires_at', '>', scope.now)
      .where('w.expires_at', '<=', shifted(scope.now, 1))
      .where(whose => {
        whose.whereIn('s.owner_ref', scope.owners);
        if (scope.scope === 'mine') {
          whose.orWhere('w.requested_by', scope.me);
        }
      }),
  ],
  ASSIGNED: (knex, scope) => [
    rows(knex, scope, 'ASSIGNED', {
      id: `'/' || i.question_id || '/' || i.choice_id`,
      question: 'i.question_id',
      due: `i.due_date || 'T23:59:59.999Z'`,
      since: 'i.updated_at',
      reason: 'i.choice_id',
    })
      .join('improvements as i', 'i.review_id', 's.review_id')
      .whereIn('i.status', ['NOT_STARTED', 'IN_PROGRESS'])
      .whereIn('i.assignee', scope.owners),
  ],
  REVIEW_DUE: (knex, scope) => [
    ofMine(knex, 'REVIEW_DUE', {
      id: `''`,
      due: reviewDue(knex, scope),
      since: 's.answered_at',
    }).where('s.answered_at', '<=', scope.freshness.cutoff(scope.now)),
  ],
  GATE_TO_DECIDE: (knex, scope) => {
    const query = rows(knex, scope, 'GATE_TO_DECIDE', {
      id: `'/' || g.gate_id || '/' || g.number`,
      since: 'g.requested_at',
      reason: 'g.gate_id',
    })
      .join('gate_requests as g', 'g.review_id', 's.review_id')
      .where('g.status', 'OPEN')
      .whereNot('g.requested_by', scope.me);
    see(query, scope.decide);
    return [query];
  },
  CONFIRM: knex => {
    const query = ofMine(knex, 'CONFIRM', {
      id: `'/' || d.question_id`,
      question: 'd.question_id',
      since: `substr(d.earliest, 1, ${INSTANT_LENGTH})`,
      reason: `substr(d.earliest, ${INSTANT_LENGTH} + 1)`,
    });
    // Once for an answer, whatever puts it in doubt: by the earliest doubt, whose
    // instant and reason are one text, so that the two stay together.
    const live = knex('answer_doubts')
      .whereNull('ended_at')
      .groupBy('review_id', 'question_id')
      .select('review_id', 'question_id', {
        earliest: knex.raw('min(since || reason)'),
      });
    if (knex.client.config.client === 'pg') {
      // Review by review: it would rather read the doubts of everybody.
      const ofReview = live.whereRaw('review_id = s.review_id');
      query.crossJoin(knex.raw('lateral ? as d', [ofReview]));
    } else {
      query.join(live.as('d'), 'd.review_id', 's.review_id');
    }
    query
      .where('s.to_confirm', '>', 0)
      // Listed as such, which says more.
      .whereNotExists(
        knex(CONTRADICTED)
          .select(knex.raw('1'))
          .whereRaw(`${CONTRADICTED}.review_id = d.review_id`)
          .whereRaw(`${CONTRADICTED}.question_id = d.question_id`),
      );
    return [query];
  },
  PHASE_LATE: (knex, scope) => {
    const query = ofMine(knex, 'PHASE_LATE', {
      id: `'/' || lt.phase_id`,
      due: `lt.target_date || 'T23:59:59.999Z'`,
      since: `lt.target_date || 'T23:59:59.999Z'`,
      reason: 'lt.phase_id',
    });
    joinLatePhases(query, scope.now);
    return [query];
  },
  PHASE_DUE: knex => [
    ofMine(knex, 'PHASE_DUE', {
      id: `'/' || s.current_phase`,
      since: 's.due_since',
      reason: 's.current_phase',
    })
      .whereNotNull('s.current_phase')
      .where('s.due_open', '>', 0),
  ],
  TARGET_BEHIND: (knex, scope) =>
    scope.targets
      .filter(({ startDate }) => startDate <= scope.now.slice(0, 10))
      .map(target => {
        const query = behindTarget(knex, target).select(
          columns(knex, 'TARGET_BEHIND', {
            id: literal(`/${target.id}`),
            due: knex.raw('cast(? as text)', [
              `${target.dueDate}T23:59:59.999Z`,
            ]),
            since: literal(`${target.startDate}T00:00:00.000Z`),
            reason: knex.raw('cast(? as text)', [target.name]),
          }),
        );
        see(query, scope.read);
        withoutRetired(query, 's.lifecycle', scope.freshness.retired);
        return owned(query, scope);
      }),
  PROPOSALS: (knex, scope) => {
    const open = knex('proposals')
      // A literal, so that the index of open ones serves it.
      .whereRaw(`status = 'OPEN'`)
      .where('expires_at', '>', scope.now)
      .groupBy('review_id')
      .select('review_id')
      .count({ waiting: '*' })
      .min({
        since: 'proposed_at',
        until: 'expires_at',
        question: 'question_id',
      });
    const query = ofMine(knex, 'PROPOSALS', {
      id: `''`,
      // Where to begin; there may be others.
      question: 'p.question',
      due: 'p.until',
      since: 'p.since',
      reason: 'cast(p.waiting as text)',
    }).join(open.as('p'), 'p.review_id', 's.review_id');
    see(query, scope.update);
    return [query];
  },
  LINK_PENDING: (knex, scope) => {
    const query = ofMine(knex, 'LINK_PENDING', {
      id: `'/' || e.entity_ref`,
      since: 'e.pending_since',
      reason: 'e.entity_ref',
    })
      .join('workload_entities as e', 'e.workload_id', 's.workload_id')
      .where('e.link_state', 'PENDING')
      // Links are of the workload: once, however many lenses review it. By the
      // entity's workload, so that it is looked up for those that wait alone.
      .whereRaw(
        's.review_id = (select min(o.review_id) from scorecards o where o.workload_id = e.workload_id)',
      );
    see(query, scope.links);
    return [query];
  },
  CONTRADICTION: knex => [
    ofMine(knex, 'CONTRADICTION', {
      id: `'/' || c.question_id`,
      question: 'c.question_id',
      since: 'c.since',
      reason: 'c.title',
    }).join(`${CONTRADICTED} as c`, 'c.review_id', 's.review_id'),
  ],
  UPGRADE_AVAILABLE: knex => {
    // Of the few versions there are, and not once for each review.
    const newer = knex('lenses as c')
      .join('lenses as l', 'l.lens_id', 'c.lens_id')
      .where('l.status', 'PUBLISHED')
      .whereRaw('l.seq > c.seq')
      .whereRaw(
        `l.seq = (select max(n.seq) from lenses n where n.lens_id = l.lens_id and n.status = 'PUBLISHED')`,
      )
      .select('c.lens_id', 'c.version', 'l.published_at', {
        newest: 'l.version',
      });
    return [
      ofMine(knex, 'UPGRADE_AVAILABLE', {
        id: `'/' || v.newest`,
        since: 'v.published_at',
        reason: 'v.newest',
      }).join(newer.as('v'), join =>
        join.on('v.lens_id', 's.lens_id').andOn('v.version', 's.lens_version'),
      ),
    ];
  },
};

/** When a review is due, the same for all of them after the latest answer. */
function reviewDue(knex: Knex, { freshness, now }: InboxScope): Knex.Raw {
  const seconds = (Date.parse(now) - Date.parse(freshness.cutoff(now))) / 1000;
  return knex.client.config.client === 'pg'
    ? knex.raw(
        `to_char((s.answered_at::timestamptz + ? * interval '1 second') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
        [seconds],
      )
    : knex.raw(`strftime('%Y-%m-%dT%H:%M:%fZ', s.answered_at, ?)`, [
        `+${seconds} seconds`,
      ]);
}

/** So many times the notice later. */
export function shifted(now: string, times: 1 | -1): string {
  return DateTime.fromISO(now, { zone: 'utc' })
    .plus({ days: times * WAIVER_NOTICE.days })
    .toJSDate()
    .toISOString();
}

/** An id or an instant as SQL. */
function literal(text: string): string {
  if (!/^[\w./:+-]*$/.test(text)) {
    throw new TypeError(`'${text}' is neither an id nor an instant`);
  }
  return `'${text}'`;
}
