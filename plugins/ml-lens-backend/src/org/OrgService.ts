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
  OrgGroupBy,
  OrgRow,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import type { Access } from '../access/Access';
import type { Freshness } from '../freshness/Freshness';
import type { CallerCredentials } from '../http/bind';
import type { LensService } from '../lenses/LensService';
import { OrgFilters, OrgSource } from '../scorecards';
import { queryOrgRows } from '../scorecards/orgPage';
import { lensesInUse, LensInUse, ScopeKind } from './columns';
import { CompareBy, ComparedItem, queryComparison } from './compare';
import { Interval, pointsBetween } from './days';
import { queryGaps } from './gaps';
import { HeatmapRows, queryHeatmap } from './heatmap';
import { queryTrend, TrendSeries } from './trend';

/** Scorecards read at a time for a file. */
const EXPORT_BATCH = 500;

/** Pictures of the whole organisation, as far as the caller may see it. */
export class OrgService {
  readonly #knex: Knex;
  readonly #access: Access;
  readonly #lenses: Pick<LensService, 'compiled'>;
  readonly #freshness: Freshness;

  constructor(options: {
    knex: Knex;
    access: Access;
    lenses: Pick<LensService, 'compiled'>;
    freshness: Freshness;
  }) {
    this.#knex = options.knex;
    this.#access = options.access;
    this.#lenses = options.lenses;
    this.#freshness = options.freshness;
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
    return await queryHeatmap(this.#knex, this.#lenses, {
      ...options,
      filters,
      ...(await this.#scope(credentials)),
      at: toInstant(options.at),
      cursor: options.cursor,
    });
  }

  /** Practices that are not in place, heaviest first. */
  async gaps(
    filters: OrgFilters,
    options: { since?: string; limit: number },
    credentials: CallerCredentials,
  ): Promise<Gap[]> {
    return await queryGaps(this.#knex, this.#lenses, {
      filters,
      ...(await this.#scope(credentials)),
      at: undefined,
      since: toInstant(options.since),
      limit: options.limit,
    });
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
    const days = pointsBetween({ from, to, interval });
    return await queryTrend(this.#knex, {
      filters,
      ...(await this.#scope(credentials)),
      days,
      groupBy,
    });
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
    return await queryComparison(this.#knex, this.#lenses, {
      ...(await this.#scope(credentials)),
      at: toInstant(options.at),
      lens: options.lens,
      by: options.by,
      keys: options.key,
    });
  }

  /**
   * Every scorecard of the list, in batches that are read as they are asked
   * for, and the lens versions they are of.
   */
  async rows(
    filters: OrgFilters,
    options: { sort: string; at?: string },
    credentials: CallerCredentials,
  ): Promise<{ batches: AsyncIterable<OrgRow[]>; lenses: LensInUse[] }> {
    const request = {
      filters,
      ...(await this.#scope(credentials)),
      at: toInstant(options.at),
      sort: options.sort,
    };
    return {
      lenses: await lensesInUse(
        this.#knex,
        new OrgSource(this.#knex, request),
        this.#lenses,
      ),
      batches: queryOrgRows(this.#knex, request, EXPORT_BATCH),
    };
  }

  async #scope(credentials: CallerCredentials) {
    return {
      access: await this.#access.listFilter(credentials),
      freshness: this.#freshness,
    };
  }
}

/** Instants as the tables hold them. */
function toInstant(at: string | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
