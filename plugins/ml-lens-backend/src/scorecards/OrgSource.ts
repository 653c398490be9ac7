/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { InputError } from '@backstage/errors';
import {
  PhaseStatus,
  phaseStatusSchema,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import type { WorkloadFilter } from '../access/Access';
import { containsPattern, foldText, now, toNumber } from '../database/sql';
import type { Freshness } from '../freshness/Freshness';

/** Filters of the org lists, as their routes take them. */
export interface OrgFilters {
  lens?: string[];
  owner?: string[];
  system?: string[];
  domain?: string[];
  lifecycle?: string[];
  level?: string[];
  tag?: string[];
  workload?: string[];
  phase?: string[];
  q?: string;
  orphaned?: 'true' | 'false';
  due?: 'true' | 'false';
}

/** Which scorecards are asked for, and of when. */
export interface OrgScope {
  filters: OrgFilters;
  /** What the caller may see; undefined for everything. */
  access: WorkloadFilter | undefined;
  /** An instant in the past (UTC, with milliseconds); undefined for now. */
  at: string | undefined;
  /** When reviews are due. */
  freshness: Freshness;
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
    if (needed || filtered || this.#scope.access) {
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
    const { level, phase, due } = this.#scope.filters;
    // Every review has a scorecard at any time: only filters that speak of what
    // was then need to look there.
    const source =
      level || phase || due
        ? this
        : new OrgSource(this.#knex, { ...this.#scope, at: undefined });
    const [{ count }] = await source.query().count({ count: '*' });
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
    anyOf(query, 's.owner_ref', filters.owner?.map(lowerCase));
    anyOf(query, 's.system_ref', filters.system?.map(lowerCase));
    anyOf(query, 's.domain_ref', filters.domain?.map(lowerCase));
    anyOf(query, 's.lifecycle', filters.lifecycle);
    anyOf(query, this.figure('level'), filters.level);
    if (filters.tag) {
      const { tag } = filters;
      query.whereExists(tags =>
        tags
          .select(this.#knex.raw('1'))
          .from('workload_tags as t')
          .whereRaw('t.workload_id = s.workload_id')
          .whereIn('t.tag', tag),
      );
    }
    if (filters.phase) {
      this.#applyPhases(query, filters.phase.map(parsePhase));
    }
    if (filters.orphaned !== undefined) {
      query.where('s.orphaned', filters.orphaned === 'true');
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
    const cutoff = freshness.cutoff(past ? at : now());
    if (due) {
      query.where(answeredAt, '<=', cutoff);
    } else {
      query.where(fresh =>
        fresh.where(answeredAt, '>', cutoff).orWhereNull(answeredAt),
      );
    }
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

interface PhaseFilter {
  phaseId: string;
  status: PhaseStatus;
}

function parsePhase(value: string): PhaseFilter {
  const [, phaseId, status] = /^([\w.-]+):(\w+)$/.exec(value) ?? [];
  const parsed = phaseStatusSchema.safeParse(status);
  if (!phaseId || !parsed.success) {
    throw new InputError(
      `Invalid query: phase: '${value}' is not a phase id and a status, as preparation:AT_RISK; statuses are ${phaseStatusSchema.options.join(
        ', ',
      )}`,
    );
  }
  return { phaseId, status: parsed.data };
}

/** Rows whose column is one of the values; an empty value stands for none. */
function anyOf(
  query: Knex.QueryBuilder,
  column: string,
  values: string[] | undefined,
) {
  if (!values) {
    return;
  }
  const named = values.filter(value => value !== '');
  query.where(either => {
    either.whereIn(column, named);
    if (named.length < values.length) {
      either.orWhereNull(column);
    }
  });
}

function lowerCase(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
