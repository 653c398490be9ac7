// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Gap,
  Heatmap,
  Movers,
  OperationId,
  OrgRow,
  OrgTimeline,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CallerCredentials } from '../auth/caller';
import type { QueryOf } from '../http/bindRoutes';
import { dayOf } from '../clock';
import type { LensInUse } from './query/columns';
import { waitingAt } from './query/waitingAt';
import { ComparedItem, comparisonOf } from './query/compare';
import { pointsBetween, spanBetween } from './query/days';
import { flowOf } from './query/flow';
import { gapsOf } from './query/gaps';
import { heatmapOf } from './query/heatmap';
import { moversPage, withUpgrades } from './query/movers';
import { OrgFilters } from './query/orgFilters';
import { exportOf } from './query/orgExport';
import { OrgReader } from './query/OrgReader';
import { instantOf } from './query/OrgScope';
import { timelineOf } from './query/timeline';
import { TrendSeries, trendOf } from './query/trend';

/** Scorecards read at a time for a file. */
const EXPORT_BATCH = 500;

/** What a query asks beside its filters. */
type Besides<Id extends OperationId> = Omit<QueryOf<Id>, keyof OrgFilters>;

/** Pictures of the whole organisation, as far as the caller may see it. */
export class OrgService {
  constructor(private readonly deps: { reader: OrgReader }) {}

  /**
   * Workloads or groups × phases, pillars or both.
   *
   * @throws InputError for filters, a sort or a cursor that cannot be used
   */
  async heatmap(
    filters: OrgFilters,
    options: Besides<'getHeatmap'>,
    credentials: CallerCredentials,
  ): Promise<Heatmap> {
    const { at, cursor, ...asked } = options;
    const scope = await this.deps.reader.scope(filters, at, credentials);
    const view = await this.deps.reader.view(scope);
    const heatmap = heatmapOf(view, { ...scope, ...asked, cursor });
    return {
      ...heatmap,
      rows: await this.deps.reader.readable(heatmap.rows, credentials),
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
    options: Besides<'getOrgTimeline'>,
    credentials: CallerCredentials,
  ): Promise<OrgTimeline> {
    const { at, cursor, limit, months, sort } = options;
    const scope = await this.deps.reader.scope(filters, at, credentials);
    const waiting = await waitingAt(this.deps.reader.knex, instantOf(scope));
    const { days, now } = await this.deps.reader.columns.days();
    const flow = flowOf(days, scope, months);
    const view = at === undefined ? now : await this.deps.reader.view(scope);
    const { items, ...timeline } = timelineOf(
      view,
      { ...scope, sort, cursor, limit },
      waiting,
    );
    return {
      ...timeline,
      flow,
      items: await this.deps.reader.readable(items, credentials),
    };
  }

  /** Practices that are not in place, heaviest first. */
  async gaps(
    filters: OrgFilters,
    { since, limit }: Besides<'getGaps'>,
    credentials: CallerCredentials,
  ): Promise<Gap[]> {
    const scope = await this.deps.reader.scope(filters, undefined, credentials);
    const past = since
      ? await this.deps.reader.view({
          ...scope,
          at: new Date(since).toISOString(),
        })
      : undefined;
    const view = await this.deps.reader.view(scope);
    return gapsOf(view, { ...scope, limit }, past);
  }

  /**
   * Scores, coverage, risks and levels over time.
   *
   * @throws InputError for days that give no trend
   */
  async trend(
    filters: OrgFilters,
    { from, to, interval, groupBy }: Besides<'getTrend'>,
    credentials: CallerCredentials,
  ): Promise<TrendSeries[]> {
    const scope = await this.deps.reader.scope(filters, undefined, credentials);
    const days = pointsBetween({
      from,
      to,
      interval,
      today: dayOf(scope.now),
    });
    const views = await this.deps.reader.columns.days();
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
    options: Besides<'getMovers'>,
    credentials: CallerCredentials,
  ): Promise<Movers> {
    const { direction, cursor, limit } = options;
    const scope = await this.deps.reader.scope(filters, undefined, credentials);
    const span = spanBetween({ ...options, now: scope.now });
    const later = { ...scope, at: options.to && span.to };
    const past = await this.deps.reader.view({ ...scope, at: span.from });
    const view = await this.deps.reader.view(later);
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
      items: await this.deps.reader.readable(
        await withUpgrades(this.deps.reader.knex, items, span),
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
    { lens, by, key: keys, at }: QueryOf<'compareScorecards'>,
    credentials: CallerCredentials,
  ): Promise<ComparedItem[]> {
    const filters = { lens: [lens] };
    const scope = await this.deps.reader.scope(filters, at, credentials);
    const view = await this.deps.reader.view(scope);
    return comparisonOf(view, { ...scope, lens, by, keys });
  }

  /**
   * Every scorecard of the list, in batches that are read as they are asked
   * for, and the lens versions they are of.
   */
  async rows(
    filters: OrgFilters,
    { sort, at }: Pick<QueryOf<'exportScorecards'>, 'sort' | 'at'>,
    credentials: CallerCredentials,
  ): Promise<{
    /** The day they are of. */
    day: string;
    batches: AsyncIterable<OrgRow[]>;
    lenses: LensInUse[];
  }> {
    const request = {
      ...(await this.deps.reader.scope(filters, at, credentials)),
      sort,
    };
    const view = () => this.deps.reader.view(request);
    const { lenses, batches } = await exportOf(view, request, EXPORT_BATCH);
    return {
      day: dayOf(at ?? request.now),
      lenses,
      batches: this.deps.reader.readableBatches(batches, credentials),
    };
  }
}
