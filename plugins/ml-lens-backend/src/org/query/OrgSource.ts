/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { Knex } from 'knex';
import type { WorkloadFilter } from '../../auth/Access';
import { containsPattern, foldText, toNumber } from '../../database/sql';
import type { Freshness } from '../../reviews/Freshness';
import { UNMET } from '../../reviews/projection/practiceStates';
import {
  hasFigures,
  OrgFilters,
  parseCoverage,
  parsePhase,
  parseScores,
  PhaseFilter,
  Range,
  riskColumn,
} from './orgFilters';
import { withoutRetired } from '../../workloads/means';
import { anyOf, refsOf } from './anyOf';

/** Which scorecards are asked for, and of when. */
export interface OrgScope {
  filters: OrgFilters;
  /** What the caller may see; undefined for everything. */
  access: WorkloadFilter | undefined;
  /** An instant in the past (UTC, with milliseconds); undefined for now. */
  at: string | undefined;
  /** When it is asked. */
  now: string;
  /** When reviews are due. */
  freshness: Freshness;
  /**
   * Leaves out retired workloads, for figures of many; a filter of lifecycles
   * or workloads asks for them all the same.
   */
  onlyActive?: boolean;
  /** Where the practices that {@link OrgFilters.gap} names are found. */
  gaps?: readonly GapPosition[];
}

/** Where the state of a practice is, by lens version; see practiceStates. */
export interface GapPosition {
  lensId: string;
  version: string;
  at: number;
}

/** Stands for an instant: scorecards at all times, each as often as it changed. */
export const EVER = 'ever';

/**
 * Scorecards as a table to select from, now or at an instant. Workload columns
 * are `s.`; the figures are where {@link figure} says.
 */
export class OrgSource {
  readonly #knex: Knex;
  readonly #scope: OrgScope;

  constructor(knex: Knex, scope: OrgScope) {
    this.#knex = knex;
    this.#scope = scope;
  }

  get past(): boolean {
    return this.#scope.at !== undefined;
  }

  get postgres(): boolean {
    return this.#knex.client.config.client === 'pg';
  }

  /** Whether retired workloads are left out. */
  get leavesOutRetired(): boolean {
    const { filters, onlyActive, freshness } = this.#scope;
    return (
      onlyActive === true &&
      freshness.retired.length > 0 &&
      filters.lifecycle === undefined &&
      filters.workload === undefined
    );
  }

  /** Qualified name of a column that is a projection of the events. */
  figure(column: string): string {
    return `${this.past ? 'h' : 's'}.${column}`;
  }

  /** An id of a lens, a version, a pillar or a phase as SQL. */
  literal(id: string): string {
    if (!/^[\w.+-]*$/.test(id)) {
      throw new TypeError(`'${id}' is not an id of a lens document`);
    }
    return `'${id}'`;
  }

  /** The instant asked for; for all times, now. */
  get instant(): string {
    const { at, now } = this.#scope;
    return at === undefined || at === EVER ? now : at;
  }

  /**
   * Leaves of a query one row for every phase that is late: the day of its
   * target is over (UTC) and the phase not complete.
   *
   * @returns the column with the id of the phase
   */
  joinLatePhases(query: Knex.QueryBuilder): string {
    const today = this.instant.slice(0, 'YYYY-MM-DD'.length);
    if (!this.past) {
      query
        .join('phase_targets as lt', 'lt.review_id', 's.review_id')
        .join('scorecard_scopes as ls', join =>
          join
            .on('ls.review_id', 'lt.review_id')
            .andOn('ls.scope_id', 'lt.phase_id')
            // A literal, so that the index of phases serves it.
            .andOn(this.#knex.raw(`ls.kind = 'phase'`)),
        )
        .where('lt.target_date', '<', today)
        .whereNot('ls.status', 'COMPLETE');
      return 'lt.phase_id';
    }
    const field = (name: string) =>
      this.postgres
        ? `(lp.value ->> '${name}')`
        : `json_extract(lp.value, '$.${name}')`;
    query
      .joinRaw(
        this.postgres
          ? 'cross join lateral json_each(h.phases::json) as lp'
          : 'cross join json_each(h.phases) as lp',
      )
      .whereRaw(`${field('targetDate')} < ?`, [today])
      .whereRaw(`${field('status')} <> 'COMPLETE'`);
    return 'lp.key';
  }

  /** When the figures last changed; null before the first event. */
  updatedAt(): Knex.Raw {
    return this.past
      ? this.#knex.raw('case when h.seq = 0 then null else h.valid_from end')
      : this.#knex.raw('s.updated_at');
  }

  /**
   * The history of the scope as `h`, at all times. Joins the scorecards only
   * where the caller, a filter or the one who asks needs something of them.
   *
   * @param needed - whether `s` is asked for
   */
  history(needed: boolean): Knex.QueryBuilder {
    const { lens, level, phase, ...others } = this.#scope.filters;
    const filtered = Object.values(others).some(value => value !== undefined);
    if (needed || filtered || this.#scope.access || this.leavesOutRetired) {
      return this.query();
    }
    const query = this.#knex.from('scorecard_history as h');
    anyOf(query, 'h.lens_id', lens);
    anyOf(query, 'h.level', level);
    if (phase) {
      this.#applyPhases(query, phase.map(parsePhase));
    }
    return query;
  }

  /** How many scorecards there are. */
  async count(): Promise<number> {
    const { filters } = this.#scope;
    // Every review has a scorecard at any time: only filters that speak of what
    // was then need to look there.
    const source =
      hasFigures(filters) || filters.due
        ? this
        : new OrgSource(this.#knex, { ...this.#scope, at: undefined });
    const [{ count }] = await source.query().count({ count: '*' });
    return toNumber(count);
  }

  /** How many scorecards are of retired workloads. */
  async countRetired(): Promise<number> {
    const { retired } = this.#scope.freshness;
    const [{ count }] = await this.query()
      .whereIn('s.lifecycle', [...retired])
      .count({ count: '*' });
    return toNumber(count);
  }

  /** Every scorecard of the scope the caller may see. */
  query(): Knex.QueryBuilder {
    const { filters, access, at } = this.#scope;
    const query = this.#knex.from('scorecards as s');
    if (at === EVER) {
      query.join('scorecard_history as h', join => {
        // The lens is the first column of the index of what held at midnight.
        join.on('h.review_id', 's.review_id').andOn('h.lens_id', 's.lens_id');
      });
    } else if (at !== undefined) {
      query.join('scorecard_history as h', join => {
        join
          .on('h.review_id', 's.review_id')
          .andOn(this.#knex.raw('h.valid_from <= ?', [at]))
          .andOn(
            this.#knex.raw('(h.valid_to is null or h.valid_to > ?)', [at]),
          );
      });
    }
    access?.apply(query, {
      workloadId: 's.workload_id',
      owner: 's.owner_ref',
      lifecycle: 's.lifecycle',
    });
    this.#applyFilters(query, filters);
    return query;
  }

  #applyFilters(query: Knex.QueryBuilder, filters: OrgFilters) {
    anyOf(query, 's.lens_id', filters.lens);
    anyOf(query, 's.workload_id', filters.workload);
    anyOf(query, 's.owner_ref', refsOf(filters.owner));
    anyOf(query, 's.system_ref', refsOf(filters.system));
    anyOf(query, 's.domain_ref', refsOf(filters.domain));
    anyOf(query, 's.lifecycle', filters.lifecycle);
    if (this.leavesOutRetired) {
      withoutRetired(query, 's.lifecycle', this.#scope.freshness.retired);
    }
    anyOf(query, this.figure('level'), filters.level);
    if (filters.tag) {
      this.#applyTags(query, filters.tag);
    }
    if (filters.phase) {
      this.#applyPhases(query, filters.phase.map(parsePhase));
    }
    if (filters.risk) {
      const columns = filters.risk.map(riskColumn);
      query.where(any => {
        for (const column of columns) {
          any.orWhere(this.figure(column), '>', 0);
        }
      });
    }
    if (filters.score) {
      this.#applyScores(query, filters.score.map(parseScores));
    }
    if (filters.coverage) {
      this.#applyCoverage(query, filters.coverage.map(parseCoverage));
    }
    if (filters.gap) {
      this.#applyGaps(query);
    }
    if (filters.orphaned !== undefined) {
      query.where('s.orphaned', filters.orphaned === 'true');
    }
    if (filters.late !== undefined) {
      this.#applyLate(query, filters.late === 'true');
    }
    if (filters.due !== undefined) {
      this.#applyDue(query, filters.due === 'true');
    }
    if (filters.q?.trim()) {
      const pattern = containsPattern(foldText(filters.q.trim()));
      query.where(either =>
        either
          .whereRaw(String.raw`s.title_sort like ? escape '\'`, [pattern])
          .orWhereRaw(String.raw`s.workload_id like ? escape '\'`, [pattern]),
      );
    }
  }

  /** Due at the instant asked for; for all times, due now. */
  #applyDue(query: Knex.QueryBuilder, due: boolean) {
    const { at, freshness } = this.#scope;
    const past = at !== undefined && at !== EVER;
    const answeredAt = past ? 'h.answered_at' : 's.answered_at';
    const cutoff = freshness.cutoff(this.instant);
    if (due) {
      query.where(answeredAt, '<=', cutoff);
      withoutRetired(query, 's.lifecycle', freshness.retired);
    } else {
      query.where(fresh =>
        fresh
          .where(answeredAt, '>', cutoff)
          .orWhereNull(answeredAt)
          .orWhereIn('s.lifecycle', [...freshness.retired]),
      );
    }
  }

  #applyTags(query: Knex.QueryBuilder, wanted: string[]) {
    const tags = () =>
      this.#knex
        .select(this.#knex.raw('1'))
        .from('workload_tags as t')
        .whereRaw('t.workload_id = s.workload_id');
    const named = wanted.filter(tag => tag !== '');
    query.where(either => {
      either.whereExists(tags().whereIn('t.tag', named));
      if (named.length < wanted.length) {
        either.orWhereNotExists(tags());
      }
    });
  }

  #applyScores(query: Knex.QueryBuilder, wanted: (Range | undefined)[]) {
    const score = this.figure('score');
    query.where(any => {
      for (const range of wanted) {
        if (range) {
          any.orWhereBetween(score, [range.from, range.to]);
        } else {
          any.orWhereNull(score);
        }
      }
    });
  }

  #applyCoverage(query: Knex.QueryBuilder, wanted: Range[]) {
    const coverage = this.figure('coverage');
    query.where(any => {
      for (const { from, to } of wanted) {
        any.orWhere(part =>
          part
            .where(coverage, '>=', from / 100)
            .where(coverage, to === 100 ? '<=' : '<', to / 100),
        );
      }
    });
  }

  #applyGaps(query: Knex.QueryBuilder) {
    const { gaps = [] } = this.#scope;
    const states = this.past ? 'h' : 'p';
    const unmet = (part: Knex.QueryBuilder) => {
      part.whereRaw('1 = 0');
      for (const { lensId, version, at } of gaps) {
        part.orWhereRaw(
          `s.lens_id = ? and ${states}.lens_version = ? and substr(${states}.states, ?, 1) in (${UNMET.map(
            () => '?',
          ).join(', ')})`,
          [lensId, version, at + 1, ...UNMET],
        );
      }
    };
    if (this.past) {
      query.where(unmet);
      return;
    }
    query.whereExists(practices =>
      practices
        .select(this.#knex.raw('1'))
        .from('practice_states as p')
        .whereRaw('p.review_id = s.review_id')
        .where(unmet),
    );
  }

  #applyLate(query: Knex.QueryBuilder, late: boolean) {
    // Without the filter itself; who may see what is asked around it.
    const source = new OrgSource(this.#knex, {
      ...this.#scope,
      filters: { lens: this.#scope.filters.lens },
      access: undefined,
    });
    const reviews = source.query().select('s.review_id');
    source.joinLatePhases(reviews);
    query[late ? 'whereIn' : 'whereNotIn']('s.review_id', reviews);
  }

  #applyPhases(query: Knex.QueryBuilder, wanted: PhaseFilter[]) {
    query.where(any => {
      for (const { phaseId, status } of wanted) {
        if (this.past) {
          any.orWhereRaw(
            this.postgres
              ? `(h.phases::json -> ?::text ->> 'status') = ?`
              : `json_extract(h.phases, '$."' || ? || '".status') = ?`,
            [phaseId, status],
          );
        } else {
          any.orWhereExists(scopes =>
            scopes
              .select(this.#knex.raw('1'))
              .from('scorecard_scopes as f')
              // A literal, so that the index of phases serves it.
              .whereRaw(`f.review_id = s.review_id and f.kind = 'phase'`)
              .where({ 'f.scope_id': phaseId, 'f.status': status }),
          );
        }
      }
    });
  }
}
