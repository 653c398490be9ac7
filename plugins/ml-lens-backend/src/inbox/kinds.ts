// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { InboxItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { WorkloadFilter } from '../auth/Access';
import type { StoredTarget } from '../org/targets/TargetStore';
import type { Freshness } from '../reviews/Freshness';
import { onlyAskedFor } from '../workloads/askedFor';
import { withoutRetired } from '../workloads/means';
import { contradictedAnswers } from './contradictions';
import { behindTarget, joinLatePhases } from './scorecardSql';

/** What {@link mine} and what is contradicted of it is called in the query. */
const MINE = 'mine';
const CONTRADICTED = 'contradicted';

/** How long a decision is news, and how long before its end a waiver is. */
export const WAIVER_NOTICE = { days: 14 };

/** Instants are stored as `Date.toISOString` writes them. */
const INSTANT_LENGTH = '2026-11-29T10:00:00.000Z'.length;

/** For whom, and of when, an inbox is. */
export interface InboxScope {
  now: string;
  me: string;
  scope: 'mine' | 'team';
  /** Whose workloads count: the caller, or all they own something as. */
  owners: string[];
  freshness: Freshness;
  targets: StoredTarget[];
  /** What the caller may see; undefined for everything. */
  read: WorkloadFilter | undefined;
  /** Where the caller may decide on waivers; false for nowhere. */
  approve: WorkloadFilter | undefined | false;
  /** Where the caller may answer. */
  update: WorkloadFilter | undefined;
  /** Where the caller may decide at gates. */
  decide: WorkloadFilter | undefined;
  /** Where the caller may decide on links. */
  links: WorkloadFilter | undefined;
}

/** Columns of a kind beside those of the workload, as SQL. */
interface Parts {
  id: string;
  question?: string;
  due?: string | Knex.Raw;
  since?: string;
  reason?: string | Knex.Raw;
}

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

/** A query of what some kinds find, named `i`. */
export function waiting(
  knex: Knex,
  scope: InboxScope,
  selects: readonly Knex.QueryBuilder[],
): Knex.QueryBuilder {
  return knex
    .withMaterialized(MINE, mine(knex, scope))
    .withMaterialized(
      CONTRADICTED,
      contradictedAnswers(knex.from(`${MINE} as s`), scope.now),
    )
    .with('i', knex.unionAll(selects.map(select => select.clone())))
    .from('i');
}

/**
 * The scorecards that somebody owns and sees: most kinds are about these, so
 * they are looked up once.
 */
function mine(knex: Knex, scope: InboxScope): Knex.QueryBuilder {
  const query = knex
    .from('scorecards as s')
    .where('s.orphaned', false)
    .select(
      's.review_id',
      's.workload_id',
      's.title',
      's.primary_entity_ref',
      's.lens_id',
      's.lens_version',
      's.owner_ref',
      's.lifecycle',
      's.answered_at',
      's.current_phase',
      's.phases',
      's.due_open',
      's.due_since',
      's.to_confirm',
    );
  withoutRetired(query, 's.lifecycle', scope.freshness.retired);
  onlyAskedFor(query, 's');
  see(query, scope.read);
  return owned(query, scope);
}

/** Rows about {@link mine}. */
function ofMine(
  knex: Knex,
  kind: InboxItem['kind'],
  parts: Parts,
): Knex.QueryBuilder {
  return knex.from(`${MINE} as s`).select(columns(knex, kind, parts));
}

function rows(
  knex: Knex,
  scope: InboxScope,
  kind: InboxItem['kind'],
  parts: Parts,
): Knex.QueryBuilder {
  const query = knex
    .from('scorecards as s')
    .where('s.orphaned', false)
    .select(columns(knex, kind, parts));
  withoutRetired(query, 's.lifecycle', scope.freshness.retired);
  see(query, scope.read);
  return query;
}

function waivers(
  knex: Knex,
  scope: InboxScope,
  kind: InboxItem['kind'],
  since: string,
  parts: Partial<Parts> = {},
): Knex.QueryBuilder {
  return rows(knex, scope, kind, {
    id: `'/' || w.waiver_id`,
    question: 'w.question_id',
    due: 'w.expires_at',
    since,
    reason: 'w.reason',
    ...parts,
  }).join('waivers as w', 'w.review_id', 's.review_id');
}

/** The same columns in the same order for every kind: they become one list. */
function columns(knex: Knex, kind: InboxItem['kind'], parts: Parts) {
  const none = 'cast(null as text)';
  const sql = (part: string | Knex.Raw = none) =>
    typeof part === 'string' ? knex.raw(part) : part;
  return {
    row_id: knex.raw(`'${kind}/' || s.review_id || ${parts.id}`),
    kind: knex.raw(`'${kind}'`),
    workload_id: 's.workload_id',
    title: 's.title',
    entity_ref: 's.primary_entity_ref',
    lens_id: 's.lens_id',
    question_id: sql(parts.question),
    due_at: sql(parts.due),
    since: sql(parts.since),
    reason: sql(parts.reason ?? `''`),
  };
}

function owned(query: Knex.QueryBuilder, { owners }: InboxScope) {
  return query.whereIn('s.owner_ref', owners);
}

function see(query: Knex.QueryBuilder, filter: WorkloadFilter | undefined) {
  filter?.apply(query, {
    workloadId: 's.workload_id',
    owner: 's.owner_ref',
    lifecycle: 's.lifecycle',
  });
}

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
function shifted(now: string, times: 1 | -1): string {
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
