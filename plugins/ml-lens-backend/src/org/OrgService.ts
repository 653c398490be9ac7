// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Gap,
  Heatmap,
  Movers,
  OrgGroupBy,
  OrgRow,
  OrgTimeline,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CallerCredentials } from '../auth/caller';
import { dayOf } from '../clock';
import type { LensInUse, ScopeKind } from './query/columns';
import { waitingAt } from './query/waitingAt';
import { CompareBy, ComparedItem, comparisonOf } from './query/compare';
import { Interval, pointsBetween, spanBetween } from './query/days';
import { flowOf } from './query/flow';
import { gapsOf } from './query/gaps';
import { HeatmapRows, heatmapOf } from './query/heatmap';
import { Direction, moversPage, withUpgrades } from './query/movers';
import { OrgFilters } from './query/orgFilters';
import { exportOf } from './query/orgExport';
import { OrgReader } from './query/OrgReader';
import { instantOf } from './query/OrgScope';
import { timelineOf } from './query/timeline';
import { TrendSeries, trendOf } from './query/trend';

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
    const { at, cursor, ...asked } = options;
    const scope = await this.#reader.scope(filters, at, credentials);
    const view = await this.#reader.view(scope);
    const heatmap = heatmapOf(view, { ...scope, ...asked, cursor });
    return {
      ...heatmap,
      rows: await this.#reader.readable(heatmap.rows, credentials),
    };
  }

  /**
   * Where reviews stand, phase by phase and how long; what gates wait for, and
   * the flow over months.
   *
   * @throws InputError for filters, a sort or a cursor that cannot be used
   */
  async timeline(
    filters: OrgFilters,
    options: {
      months: number;
      sort: string;
      cursor?: string;
      limit: number;
      at?: string;
    },
    credentials: CallerCredentials,
  ): Promise<OrgTimeline> {
    const { at, cursor, limit, months, sort } = options;
    const scope = await this.#reader.scope(filters, at, credentials);
    const waiting = await waitingAt(this.#reader.knex, instantOf(scope));
    const { days, now } = await this.#reader.columns.days();
    const flow = flowOf(days, scope, months);
    const view = at === undefined ? now : await this.#reader.view(scope);
    const { items, ...timeline } = timelineOf(
      view,
      { ...scope, sort, cursor, limit },
      waiting,
    );
    return {
      ...timeline,
      flow,
      items: await this.#reader.readable(items, credentials),
    };
  }

  /** Practices that are not in place, heaviest first. */
  async gaps(
    filters: OrgFilters,
    options: { since?: string; limit: number },
    credentials: CallerCredentials,
  ): Promise<Gap[]> {
    const { limit, since } = options;
    const scope = await this.#reader.scope(filters, undefined, credentials);
    const past = since
      ? await this.#reader.view({ ...scope, at: new Date(since).toISOString() })
      : undefined;
    const view = await this.#reader.view(scope);
    return gapsOf(view, { ...scope, limit }, past);
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
    const views = await this.#reader.columns.days();
    return trendOf(views, { ...scope, days, groupBy });
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
    const later = { ...scope, at: options.to && span.to };
    const past = await this.#reader.view({ ...scope, at: span.from });
    const view = await this.#reader.view(later);
    const { items, ...page } = moversPage(view, past, {
      ...later,
      from: span.from,
      direction,
      cursor,
      limit,
    });
    return {
      ...span,
      ...page,
      items: await this.#reader.readable(
        await withUpgrades(this.#reader.knex, items, span),
        credentials,
      ),
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
    const scope = await this.#reader.scope(
      { lens: [lens] },
      options.at,
      credentials,
    );
    const view = await this.#reader.view(scope);
    return comparisonOf(view, { ...scope, lens, by, keys });
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
    const request = {
      ...(await this.#reader.scope(filters, options.at, credentials)),
      sort: options.sort,
    };
    const view = () => this.#reader.view(request);
    const { lenses, batches } = await exportOf(view, request, EXPORT_BATCH);
    return {
      day: dayOf(options.at ?? request.now),
      lenses,
      batches: this.#reader.readableBatches(batches, credentials),
    };
  }
}
