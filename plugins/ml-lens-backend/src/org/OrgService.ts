/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import {
  Gap,
  Heatmap,
  Movers,
  OrgGroupBy,
  OrgRow,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CallerCredentials } from '../auth/caller';
import { lensesInUse, LensInUse, ScopeKind } from './query/columns';
import { CompareBy, ComparedItem, queryComparison } from './query/compare';
import { dayOf, Interval, pointsBetween, spanBetween } from './query/days';
import { queryGaps } from './query/gaps';
import { HeatmapRows, queryHeatmap } from './query/heatmap';
import { Direction, queryMovers } from './query/movers';
import { OrgFilters } from './query/orgFilters';
import { queryOrgRows } from './query/orgPage';
import { OrgReader } from './query/OrgReader';
import { OrgSource } from './query/OrgSource';
import { queryTrend, TrendSeries } from './query/trend';

/** Scorecards read at a time for a file. */
const EXPORT_BATCH = 500;

/** Pictures of the whole organisation, as far as the caller may see it. */
export class OrgService {
  readonly #reader: OrgReader;

  constructor(options: { reader: OrgReader }) {
    this.#reader = options.reader;
  }

  /**
   * Workloads or groups × phases, pillars or both.
   *
   * @throws InputError for filters, a sort or a cursor that cannot be used
   */
  async heatmap(
    filters: OrgFilters,
    options: {
      rows: HeatmapRows;
      columns: ScopeKind;
      sort: string;
      cursor?: string;
      limit: number;
      at?: string;
    },
    credentials: CallerCredentials,
  ): Promise<Heatmap> {
    const { rows, columns, sort, cursor, limit } = options;
    const { knex, lenses } = this.#reader;
    const scope = await this.#reader.scope(filters, options.at, credentials);
    const heatmap = await this.#reader.answer(
      scope,
      ['heatmap', rows, columns, sort, cursor, limit],
      () =>
        queryHeatmap(knex, lenses, {
          ...scope,
          rows,
          columns,
          sort,
          cursor,
          limit,
        }),
    );
    return {
      ...heatmap,
      rows: await this.#reader.readable(heatmap.rows, credentials),
    };
  }

  /** Practices that are not in place, heaviest first. */
  async gaps(
    filters: OrgFilters,
    options: { since?: string; limit: number },
    credentials: CallerCredentials,
  ): Promise<Gap[]> {
    const { limit } = options;
    const { knex, lenses } = this.#reader;
    const since = options.since && new Date(options.since).toISOString();
    const scope = await this.#reader.scope(filters, undefined, credentials);
    return await this.#reader.answer(scope, ['gaps', since, limit], () =>
      queryGaps(knex, lenses, { ...scope, since, limit }),
    );
  }

  /**
   * Scores, coverage, risks and levels over time.
   *
   * @throws InputError for days that give no trend
   */
  async trend(
    filters: OrgFilters,
    options: {
      from?: string;
      to?: string;
      interval: Interval;
      groupBy?: OrgGroupBy;
    },
    credentials: CallerCredentials,
  ): Promise<TrendSeries[]> {
    const { from, to, interval, groupBy } = options;
    const scope = await this.#reader.scope(filters, undefined, credentials);
    const days = pointsBetween({
      from,
      to,
      interval,
      today: dayOf(scope.now),
    });
    return await this.#reader.answer(scope, ['trend', days, groupBy], () =>
      queryTrend(this.#reader.knex, { ...scope, days, groupBy }),
    );
  }

  /**
   * Reviews that got worse or better between two instants, those that moved
   * most first. Filters by figures hold at the later one.
   *
   * @throws InputError for instants in the wrong order and cursors of other
   *   lists
   */
  async movers(
    filters: OrgFilters,
    options: {
      from?: string;
      to?: string;
      direction: Direction;
      cursor?: string;
      limit: number;
    },
    credentials: CallerCredentials,
  ): Promise<Movers> {
    const { direction, cursor, limit } = options;
    const scope = await this.#reader.scope(filters, undefined, credentials);
    const span = spanBetween({ ...options, now: scope.now });
    const request = {
      ...scope,
      ...span,
      at: options.to && span.to,
      direction,
      cursor,
      limit,
    };
    const { items, ...page } = await this.#reader.answer(
      scope,
      // An answer up to now is kept as long as nothing changes, like others.
      ['movers', span.from, options.to, direction, cursor, limit],
      () => queryMovers(this.#reader, request),
    );
    return {
      ...span,
      ...page,
      items: await this.#reader.readable(items, credentials),
    };
  }

  /**
   * Two to six workloads or groups side by side.
   *
   * @throws InputError for fewer or more
   */
  async compare(
    options: { lens: string; by: CompareBy; key: string[]; at?: string },
    credentials: CallerCredentials,
  ): Promise<ComparedItem[]> {
    const { lens, by, key: keys } = options;
    const { knex, lenses } = this.#reader;
    const scope = await this.#reader.scope({}, options.at, credentials);
    return await this.#reader.answer(scope, ['compare', lens, by, keys], () =>
      queryComparison(knex, lenses, { ...scope, lens, by, keys }),
    );
  }

  /**
   * Every scorecard of the list, in batches that are read as they are asked
   * for, and the lens versions they are of.
   */
  async rows(
    filters: OrgFilters,
    options: { sort: string; at?: string },
    credentials: CallerCredentials,
  ): Promise<{
    /** The day they are of. */
    day: string;
    batches: AsyncIterable<OrgRow[]>;
    lenses: LensInUse[];
  }> {
    const { knex, lenses } = this.#reader;
    const request = {
      ...(await this.#reader.scope(filters, options.at, credentials)),
      sort: options.sort,
    };
    return {
      day: dayOf(options.at ?? request.now),
      lenses: await lensesInUse(knex, new OrgSource(knex, request), lenses),
      batches: this.#reader.readableBatches(
        queryOrgRows(knex, request, EXPORT_BATCH),
        credentials,
      ),
    };
  }
}
