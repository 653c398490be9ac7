// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { dayOf } from '../clock';
import type { NewsTopic } from '../notifications/newsTopics';
import type { StoredTarget } from '../org/targets/TargetStore';
import type { Freshness } from '../reviews/Freshness';
import { POINT_COLUMNS, pointAt } from '../reviews/projection/historyDays';
import type { ScorecardHistoryRow } from '../reviews/rows';
import { withoutRetired } from '../workloads/means';
import { shifted } from './kinds';
import { behindTarget, phaseStatusSql } from './scorecardSql';

/** The time that is told of: later than `from`, up to `to`. */
export interface NewsSpan {
  from: string;
  to: string;
  freshness: Freshness;
  targets: readonly StoredTarget[];
}

/** Something that began to wait in the span, or to be worse. */
export interface NewsRow {
  /** Who is told, entity ref; null for nobody, or for {@link TOLD_TO_DECIDERS}. */
  recipient: string | null;
  workload_id: string;
  title: string;
  entity_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  lens_id: string;
  question_id: string | null;
}

/** Topics told to those who decide on waivers and at gates of the workload. */
export const TOLD_TO_DECIDERS: ReadonlySet<NewsTopic> = new Set([
  'waiver-asked',
  'gate-asked',
]);

/** What is new of each topic. */
export const NEWS_KINDS: Record<
  NewsTopic,
  (knex: Knex, span: NewsSpan) => PromiseLike<NewsRow[]>[]
> = {
  'waiver-asked': (knex, span) => [
    within(waivers(knex, span, 'cast(null as text)'), 'w.requested_at', span)
      .where('w.status', 'REQUESTED')
      .whereNull('w.ended_at'),
  ],
  'waiver-decided': (knex, span) => [
    within(waivers(knex, span, 'w.requested_by'), 'w.decided_at', span).whereIn(
      'w.status',
      ['APPROVED', 'REJECTED'],
    ),
  ],
  'waiver-ending': (knex, span) => [
    within(waivers(knex, span, 's.owner_ref'), 'w.expires_at', {
      from: shifted(span.from, 1),
      to: shifted(span.to, 1),
    })
      .where('w.status', 'APPROVED')
      .whereNull('w.ended_at'),
  ],
  assigned: (knex, span) => [
    within(
      rows(knex, span, 'i.assignee', 'i.question_id').join(
        'improvements as i',
        'i.review_id',
        's.review_id',
      ),
      'i.updated_at',
      span,
    )
      .whereIn('i.status', ['NOT_STARTED', 'IN_PROGRESS'])
      .whereRaw('i.assignee <> i.updated_by'),
  ],
  'phase-late': (knex, span) => [
    rows(knex, span, 's.owner_ref')
      .join('phase_targets as t', 't.review_id', 's.review_id')
      // The day is over when the next one has begun.
      .where('t.target_date', '>=', dayOf(span.from))
      .where('t.target_date', '<', dayOf(span.to))
      .whereRaw(`${phaseStatusSql(knex, 't.phase_id')} <> 'COMPLETE'`),
  ],
  'target-behind': (knex, span) =>
    span.targets
      .filter(({ startDate, createdAt }) => {
        const begins = [`${startDate}T00:00:00.000Z`, createdAt].sort()[1];
        return begins > span.from && begins <= span.to;
      })
      .map(target =>
        selected(knex, behindTarget(knex, target), span, 's.owner_ref'),
      ),
  'got-worse': (knex, span) => [gotWorse(knex, span)],
  'link-pending': (knex, span) => [
    within(
      rows(knex, span, 's.owner_ref')
        .join('workload_entities as e', 'e.workload_id', 's.workload_id')
        // Once, however many lenses review the workload.
        .whereRaw(
          's.review_id = (select min(o.review_id) from scorecards o where o.workload_id = s.workload_id)',
        ),
      'e.pending_since',
      span,
    ),
  ],
  'gate-asked': (knex, span) => [
    within(
      gates(knex, span, 'cast(null as text)'),
      'g.requested_at',
      span,
    ).where('g.status', 'OPEN'),
  ],
  'gate-decided': (knex, span) => [
    within(gates(knex, span, 'g.requested_by'), 'g.decided_at', span).whereNot(
      'g.status',
      'WITHDRAWN',
    ),
  ],
  'lens-version': (knex, span) => [
    within(
      rows(knex, span, 's.owner_ref')
        .join('lenses as l', 'l.lens_id', 's.lens_id')
        .where('l.status', 'PUBLISHED')
        .whereRaw('l.version <> s.lens_version')
        .whereRaw(
          `l.seq = (select max(n.seq) from lenses n where n.lens_id = s.lens_id and n.status = 'PUBLISHED')`,
        ),
      'l.published_at',
      span,
    ),
  ],
};

/** Those answered in the span whose score was higher when it began. */
async function gotWorse(knex: Knex, span: NewsSpan): Promise<NewsRow[]> {
  const answered: (NewsRow & ScorecardHistoryRow & { now: number | null })[] =
    await within(rows(knex, span, 's.owner_ref'), 's.answered_at', span)
      .join('scorecard_history as b', 'b.review_id', 's.review_id')
      // The first day that lasted longer than until then: it may lie in it.
      .whereRaw(
        'b.valid_from = (select min(d.valid_from) from scorecard_history d where d.review_id = s.review_id and (d.valid_to is null or d.valid_to > ?))',
        [span.from],
      )
      .select({ now: 's.score' })
      .select(POINT_COLUMNS.map(column => `b.${column}`));
  return answered.filter(({ now, ...row }) => {
    const before = pointAt(row, span.from)?.score ?? null;
    return now !== null && before !== null && now < before;
  });
}

function waivers(knex: Knex, span: NewsSpan, recipient: string) {
  return rows(knex, span, recipient, 'w.question_id').join(
    'waivers as w',
    'w.review_id',
    's.review_id',
  );
}

function gates(knex: Knex, span: NewsSpan, recipient: string) {
  return rows(knex, span, recipient).join(
    'gate_requests as g',
    'g.review_id',
    's.review_id',
  );
}

function rows(
  knex: Knex,
  span: NewsSpan,
  recipient: string,
  question?: string,
): Knex.QueryBuilder {
  const query = knex.from('scorecards as s').where('s.orphaned', false);
  return selected(knex, query, span, recipient, question);
}

function selected(
  knex: Knex,
  query: Knex.QueryBuilder,
  span: NewsSpan,
  recipient: string,
  question = 'cast(null as text)',
): Knex.QueryBuilder {
  withoutRetired(query, 's.lifecycle', span.freshness.retired);
  return query.select({
    recipient: knex.raw(recipient),
    workload_id: 's.workload_id',
    title: 's.title',
    entity_ref: 's.primary_entity_ref',
    system_ref: 's.system_ref',
    domain_ref: 's.domain_ref',
    lens_id: 's.lens_id',
    question_id: knex.raw(question),
  });
}

function within(
  query: Knex.QueryBuilder,
  column: string,
  { from, to }: { from: string; to: string },
): Knex.QueryBuilder {
  return query.where(column, '>', from).where(column, '<=', to);
}
