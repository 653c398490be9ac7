// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Deps } from '../deps';
import type { OrgColumns } from './columns/OrgColumns';
import { traceMethods } from '../tracing';
import { bindOrgRoutes } from './orgRoutes';
import { OrgService } from './OrgService';
import { OrgReader } from './query/OrgReader';
import { GroupReportService } from './reports/GroupReportService';
import { ScorecardService } from './ScorecardService';
import { TargetService } from './targets/TargetService';
import { SavedViewService } from './views/SavedViewService';
import { SavedViewStore } from './views/SavedViewStore';

/** The organisation as a whole: scorecards, pictures, targets, saved views. */
export async function orgFeature(options: Deps): Promise<void> {
  const { api, logger, scheduler, tracing } = options;
  const reader = new OrgReader(options);
  await keepUp(reader.columns, { logger, scheduler });
  const views = new SavedViewStore(options.knex);
  bindOrgRoutes(api, {
    scorecards: traceMethods(tracing, new ScorecardService({ reader }), {
      page: scan('page'),
      summary: scan('summary'),
      facets: scan('facets'),
    }),
    org: traceMethods(tracing, new OrgService({ reader }), {
      heatmap: scan('heatmap'),
      timeline: scan('timeline'),
      gaps: scan('gaps'),
      trend: scan('trend'),
      movers: scan('movers'),
      compare: scan('compare'),
    }),
    reports: traceMethods(tracing, new GroupReportService({ reader }), {
      list: scan('reports'),
    }),
    targets: new TargetService({ ...options, reader }),
    savedViews: new SavedViewService({ ...options, views }),
  });
}

/** A span around the reading of scorecards, and what is made of them. */
function scan(what: string) {
  return {
    name: 'ml_lens.org.scan',
    asked: () => ({ 'ml_lens.scan': what }),
  };
}

/**
 * Reads the scorecards after the start, and what changed every minute: whoever
 * asks has less to wait for, or nothing.
 */
async function keepUp(
  columns: OrgColumns,
  { logger, scheduler }: Pick<Deps, 'logger' | 'scheduler'>,
): Promise<void> {
  let known = 0;
  await scheduler.scheduleTask({
    id: 'scorecards-in-memory',
    scope: 'local',
    frequency: { minutes: 1 },
    // Whatever else has to start goes first.
    initialDelay: { seconds: 5 },
    timeout: { minutes: 10 },
    fn: async () => {
      await columns.keepUp();
      const megabytes = Math.round(columns.bytes / 1e6);
      if (megabytes !== known) {
        known = megabytes;
        logger.debug(`Scorecards take ${megabytes} MB of memory`);
      }
    },
  });
}
