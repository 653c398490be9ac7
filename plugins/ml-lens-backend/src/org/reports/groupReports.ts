// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { dayOf } from '../../clock';
import { listKeyOf } from '../../database/keyset';
import { CODES } from '../../reviews/projection/practiceStates';
import { dayNumber, dayOfNumber } from '../columns/dayNumbers';
import { COMPLETE, NEVER, PRACTICE } from '../columns/figureCodes';
import type { OrgView } from '../columns/OrgColumns';
import { byGroup, type GroupKey } from '../query/groups';
import { listPage } from '../query/lists';
import { type Pair, pairsOf, type PlainMover, toMover } from '../query/movers';
import { highOf, type Hit, idOfHit, meanOf } from '../query/orgPage';
import { instantOf, type OrgScope } from '../query/OrgScope';
import { RollupSums } from '../query/rollup';
import { select } from '../query/select';
import { DAYS_AHEAD, type Planned, type ReportGroupBy } from './plannedIn';

type Reports = MlLensResponse<'getGroupReports'>;
type Report = Reports['items'][number];

/** Lines of each list of a report. */
const LINES = { risks: 5, worse: 5, late: 5, dates: 6 };

/** Reports of groups, as they are asked for. */
export interface ReportsRequest extends OrgScope {
  groupBy: ReportGroupBy;
  cursor: string | undefined;
  limit: number;
}

/** A page of the groups there are, those with most workloads first. */
export function groupPage(
  view: OrgView,
  request: ReportsRequest,
): { keys: GroupKey[] } & Pick<Reports, 'totalItems' | 'pageInfo'> {
  const { groupBy, at, filters, cursor, limit } = request;
  const selected = select(view, { ...request, onlyActive: true });
  const groups = byGroup(view, selected, groupBy, {
    start: () => ({ workloads: 0 }),
    add: group => {
      group.workloads += 1;
    },
  });
  const { rows, pageInfo } = listPage(
    groups,
    {
      type: 'integer',
      nullable: false,
      // Those without a value come last.
      valueOf: ({ key, group }) => (key === null ? -1 : group.workloads),
      idOf: ({ key }) => key ?? '',
      descending: true,
    },
    {
      key: listKeyOf(['reports', groupBy, at ?? null], filters),
      cursor,
      limit,
    },
  );
  return {
    keys: rows.map(({ key }) => key),
    totalItems: groups.length,
    pageInfo,
  };
}

/** What is said of some groups, in their order. */
export function reportsOf(
  view: OrgView,
  request: ReportsRequest & {
    keys: readonly GroupKey[];
    planned: readonly Planned[];
    /** All reviews at the earlier instant. */
    past: OrgView | undefined;
    span: { from: string; to: string } | undefined;
  },
): (Omit<Report, 'worse'> & { worse: PlainMover[] })[] {
  const { groupBy, keys, past, planned, span } = request;
  const scope = { ...request, onlyActive: true };
  const hits = hitsByGroup(view, scope, groupBy);
  const before =
    past && span
      ? hitsByGroup(past, { ...scope, at: span.from }, groupBy)
      : undefined;
  const fallen: Pair[] = [];
  for (const pair of past ? pairsOf(view, past, scope) : []) {
    if (pair.move < 0) {
      fallen.push(pair);
    }
  }
  const worse = Map.groupBy(
    fallen,
    ({ after: { table, entry } }) =>
      view.workloads.facts(table.workload[entry])![groupBy],
  );
  const idOf = idOfHit(view);
  const plans = Map.groupBy(planned, ({ reviewId }) => reviewId);
  return keys.map(key => {
    const own = hits.get(key) ?? [];
    const fell = (worse.get(key) ?? []).sort(
      (a, b) => a.move - b.move || (idOf(a.after) < idOf(b.after) ? -1 : 1),
    );
    const open = own.flatMap(hit =>
      (plans.get(idOf(hit)) ?? [])
        .filter(plan => !isDone(hit, plan))
        .map(plan => ({ ...reported(view, hit), plan })),
    );
    const today = dayOf(instantOf(request));
    const late = open
      .filter(({ plan }) => plan.dueDate < today)
      .map(({ plan: { reviewId: _, ...plan }, ...where }) => ({
        ...where,
        ...plan,
      }))
      .sort(byDay(({ dueDate }) => dueDate));
    const dates = [
      ...own.flatMap(hit => datesOf(view, hit, request)),
      ...open
        .filter(({ plan }) => plan.dueDate >= today)
        .map(({ plan, ...where }) => ({
          ...where,
          date: plan.dueDate,
          kind: 'PRACTICE' as const,
          phase: null,
          questionId: plan.questionId,
          choiceId: plan.choiceId,
        })),
    ].sort(byDay(({ date }) => date));
    return {
      ...rollupOfHits(own),
      key,
      readiness: meanOf('readiness', own).rounded,
      before: before ? thenOf(before.get(key) ?? []) : null,
      risks: risksOf(own),
      worse: fell
        .slice(0, LINES.worse)
        .map(pair => toMover(view, pair, 'worse')),
      worseCount: fell.length,
      late: late.slice(0, LINES.late),
      lateCount: late.length,
      dates: dates.slice(0, LINES.dates),
      dateCount: dates.length,
    };
  });
}

function hitsByGroup(
  view: OrgView,
  scope: OrgScope,
  groupBy: ReportGroupBy,
): Map<GroupKey, Hit[]> {
  const groups = byGroup(view, select(view, scope), groupBy, {
    start: (): Hit[] => [],
    add: (hits, table, entry) => hits.push({ table, entry }),
  });
  return new Map(groups.map(({ key, group }) => [key, group]));
}

function reported({ workloads }: OrgView, { table, entry }: Hit) {
  const { workloadId, title, entityRef } = workloads.facts(
    table.workload[entry],
  )!;
  const { id, version } = table.lens;
  return { workloadId, title, entityRef, lens: { id, version } };
}

/** By day, then by the name of the workload. */
function byDay<T extends { title: string }>(dayOfLine: (line: T) => string) {
  return (a: T, b: T) => {
    const [before, after] = [dayOfLine(a), dayOfLine(b)];
    return before === after
      ? a.title.localeCompare(b.title, 'en')
      : before.localeCompare(after, 'en');
  };
}

function rollupOfHits(hits: readonly Hit[]) {
  const sums = new RollupSums();
  for (const { table, entry } of hits) {
    sums.add(table, entry);
  }
  return sums.rollup;
}

function thenOf(hits: readonly Hit[]): NonNullable<Report['before']> {
  return {
    workloads: hits.length,
    score: meanOf('score', hits).rounded,
    high: hits.reduce((sum, hit) => sum + highOf(hit), 0),
  };
}

/** Questions at high risk, by how many workloads have them so. */
function risksOf(hits: readonly Hit[]): Report['risks'] {
  const risks = new Map<string, Report['risks'][number]>();
  for (const { table, entry } of hits) {
    const { codes, layout, lens } = table;
    for (const { question, at } of layout.questions) {
      const risk = CODES.risk[codes[entry * layout.length + at]];
      if (risk !== 'UNANSWERED' && risk !== 'NOT_APPLICABLE') {
        const id = `${lens.id}/${question.id}`;
        const known = risks.get(id) ?? {
          lensId: lens.id,
          questionId: question.id,
          high: 0,
          judged: 0,
        };
        known.high += risk === 'HIGH' ? 1 : 0;
        known.judged += 1;
        risks.set(id, known);
      }
    }
  }
  return [...risks.values()]
    .filter(({ high }) => high > 0)
    .sort(
      (a, b) =>
        b.high - a.high ||
        a.judged - b.judged ||
        (`${a.lensId}/${a.questionId}` < `${b.lensId}/${b.questionId}`
          ? -1
          : 1),
    )
    .slice(0, LINES.risks);
}

/** Whether nothing is left to do for a practice, or the lens has it no more. */
function isDone({ table, entry }: Hit, plan: Planned): boolean {
  const practice = table.practiceIndex(plan.questionId, plan.choiceId);
  return (
    practice === undefined ||
    table.practices[entry * table.layout.practices.length + practice] ===
      PRACTICE.met
  );
}

/** When a review and its phases fall due, from today on. */
function datesOf(view: OrgView, hit: Hit, scope: OrgScope): Report['dates'] {
  const { table, entry } = hit;
  const first = dayNumber(instantOf(scope));
  const isSoon = (day: number) => day >= first && day <= first + DAYS_AHEAD;
  const line = { ...reported(view, hit), questionId: null, choiceId: null };
  const dates: Report['dates'] = [];
  const answeredAt = table.answeredAt[entry];
  const { lifecycle } = view.workloads.facts(table.workload[entry])!;
  const dueAt = scope.freshness.dueAt(
    Number.isNaN(answeredAt) ? null : new Date(answeredAt).toISOString(),
    lifecycle,
  );
  if (dueAt !== null && isSoon(dayNumber(dueAt))) {
    dates.push({ ...line, date: dayOf(dueAt), kind: 'REVIEW', phase: null });
  }
  table.phases.forEach((phase, index) => {
    const place = entry * table.phases.length + index;
    const target = table.target[place];
    if (
      target !== NEVER &&
      isSoon(target) &&
      table.status[place] !== COMPLETE
    ) {
      dates.push({ ...line, date: dayOfNumber(target), kind: 'PHASE', phase });
    }
  });
  return dates;
}
