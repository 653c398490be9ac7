// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AnswerState,
  CompiledLens,
  DEFAULT_LEVELS,
  emptyAnswerState,
  evaluateAnswer,
  isNoneOfThese,
  phaseStatesOf,
  replay,
  ReviewEvent,
  ReviewState,
  reviewStandings,
  Risk,
  Scorecard,
  scorecardOf,
  standingOf,
} from '@ml-lens/lens-model';
import { progressOf } from '@ml-lens/lens-model/due';
import { OrgFilters } from '../org/query/orgFilters';
import type { WorkloadRecord } from '../workloads/records';

/*
 * The organisation by brute force: every review is replayed from its events for
 * every question asked, and everything is counted in the most obvious way.
 */

/** A review with all that ever happened to it. */
export interface ModelReview {
  record: WorkloadRecord;
  lensId: string;
  firstVersion: string;
  events: readonly ReviewEvent[];
}

/** A scorecard at an instant. */
export interface ModelRow {
  id: string;
  record: WorkloadRecord;
  lens: CompiledLens;
  state: ReviewState;
  scorecard: Scorecard;
  phases: Record<string, string>;
  updatedAt: string | null;
}

export const FOREVER = '9999-01-01T00:00:00.000Z';

export class OrgModel {
  readonly #reviews: readonly ModelReview[];
  readonly #lens: (lensId: string, version: string) => CompiledLens;

  constructor(
    reviews: readonly ModelReview[],
    lens: (lensId: string, version: string) => CompiledLens,
  ) {
    this.#reviews = reviews;
    this.#lens = lens;
  }

  /** Every scorecard the filters leave, as it was at an instant. */
  rows(
    filters: OrgFilters,
    visible: ReadonlySet<string> | undefined,
    at: string = FOREVER,
  ): ModelRow[] {
    return this.#reviews
      .map(review => this.#rowAt(review, at))
      .filter(
        row =>
          (!visible || visible.has(row.record.workloadId)) &&
          passes(row, filters),
      );
  }

  #rowAt(review: ModelReview, at: string): ModelRow {
    const { record, lensId, firstVersion } = review;
    const events = review.events.filter(event => event.at <= at);
    const state = replay(
      version => this.#lens(lensId, version),
      events,
      firstVersion,
    );
    const lens = this.#lens(lensId, state.lensVersion);
    return {
      id: `${record.workloadId}/${lensId}`,
      record,
      lens,
      state,
      scorecard: scorecardOf(
        lens,
        reviewStandings(state),
        DEFAULT_LEVELS,
        progressOf(lens, state),
      ),
      phases: Object.fromEntries(
        phaseStatesOf(lens, state, '2026-01-01T00:00:00.000Z').map(phase => [
          phase.id,
          phase.status,
        ]),
      ),
      updatedAt: state.lastAt,
    };
  }
}

function passes(row: ModelRow, filters: OrgFilters): boolean {
  const { record } = row;
  const anyOf = (values: string[] | undefined, value: string | null) =>
    !values || values.includes(value ?? '');
  return (
    anyOf(filters.lens, row.lens.id) &&
    anyOf(filters.workload, record.workloadId) &&
    anyOf(filters.owner, record.owner) &&
    anyOf(filters.system, record.system) &&
    anyOf(filters.domain, record.domain) &&
    anyOf(filters.lifecycle, record.lifecycle) &&
    anyOf(filters.level, row.scorecard.level) &&
    (!filters.tag ||
      filters.tag.some(tag =>
        tag === '' ? record.tags.length === 0 : record.tags.includes(tag),
      )) &&
    (!filters.risk ||
      filters.risk.some(risk => row.scorecard.counts[risk as Risk] > 0)) &&
    (!filters.score ||
      filters.score.some(range => isBetween(row.scorecard.score, range))) &&
    (!filters.coverage ||
      filters.coverage.some(range => {
        const [from, to] = range.split('-').map(Number);
        const covered = 100 * row.scorecard.coverage;
        return (
          covered >= from && (covered < to || (to === 100 && covered === 100))
        );
      })) &&
    (!filters.gap ||
      practicesOf(row).some(
        ({ key, met }) => filters.gap!.includes(key) && !met,
      )) &&
    (!filters.phase ||
      filters.phase.some(wanted => {
        const [phase, status] = wanted.split(':');
        return row.phases[phase] === status;
      })) &&
    (!filters.q || record.title.toLowerCase().includes(filters.q.toLowerCase()))
  );
}

function isBetween(score: number | null, range: string): boolean {
  const [from, to] = range.split('-').map(Number);
  return range === ''
    ? score === null
    : score !== null && score >= from && score <= to;
}

/** Lifecycles that count in no mean; see orgFixture. */
export const RETIRED = ['deprecated'];

/** Rows that count in figures of many: retired ones only where asked for. */
export function active(
  rows: readonly ModelRow[],
  filters: OrgFilters,
): ModelRow[] {
  const asked = filters.lifecycle ?? filters.workload;
  return rows.filter(
    ({ record }) => asked || !RETIRED.includes(record.lifecycle ?? ''),
  );
}

/** Coverage where a review has begun, which is what means are over. */
export function begunCoverage({ scorecard }: ModelRow): number | null {
  return scorecard.score === null ? null : scorecard.coverage;
}

/** Keys of the groups a row is in. */
function keysOf(row: ModelRow, by: string): (string | null)[] {
  const { record } = row;
  switch (by) {
    case 'workload':
      return [record.workloadId];
    case 'tag':
      return record.tags.length > 0 ? record.tags : [null];
    case 'level':
      return [row.scorecard.level];
    default:
      return [record[by as 'owner' | 'system' | 'domain' | 'lifecycle']];
  }
}

/** Rows by group. */
export function grouped(
  rows: readonly ModelRow[],
  by: string,
): Map<string | null, ModelRow[]> {
  const groups = new Map<string | null, ModelRow[]>();
  for (const row of rows) {
    for (const key of keysOf(row, by)) {
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
  }
  return groups;
}

export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Mean of the values there are; null when there is none. */
export function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null);
  return known.length === 0 ? null : sum(known) / known.length;
}

export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

/** Figures of a pillar, phase or cell of a row; undefined where it has none. */
export function scopeOf(row: ModelRow, column: string) {
  const { pillars, phases, matrix } = row.scorecard;
  return (
    [...pillars, ...phases].find(({ id }) => id === column) ??
    matrix.find(cell => `${cell.pillar}/${cell.phase}` === column)
  );
}

/** Every practice of a row that is judged, with what adding it would bring. */
export function practicesOf(row: ModelRow) {
  return row.lens.questions.flatMap(question => {
    const answer = row.state.answers.get(question.id)?.state;
    const { risk } = evaluateAnswer(question, answer);
    if (risk === 'UNANSWERED' || risk === 'NOT_APPLICABLE') {
      return [];
    }
    return question.choices
      .filter(
        ({ id }) =>
          !isNoneOfThese(id) &&
          !answer!.notApplicableChoices.some(({ choiceId }) => choiceId === id),
      )
      .map(({ id }) => ({
        key: `${row.lens.id}/${question.id}/${id}`,
        met: answer!.selectedChoices.includes(id),
        risk,
        scoreIfDone: scoreWith(row, question.id, id),
      }));
  });
}

function scoreWith(
  row: ModelRow,
  questionId: string,
  choiceId: string,
): number | null {
  const question = row.lens.question(questionId)!;
  const answer = row.state.answers.get(questionId)?.state ?? emptyAnswerState();
  const done: AnswerState = {
    ...answer,
    selectedChoices: [
      ...answer.selectedChoices.filter(id => !isNoneOfThese(id)),
      choiceId,
    ],
  };
  const answers = reviewStandings(row.state);
  return scorecardOf(row.lens, other =>
    other.id === questionId ? standingOf(question, done) : answers(other),
  ).score;
}
