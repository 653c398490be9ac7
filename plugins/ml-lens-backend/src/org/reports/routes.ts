/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindQuery } from '../../http/bind';
import type { GroupReportService } from './GroupReportService';

/** Mounts the reports of groups among the routes `scorecards`. */
export function bindGroupReportRoutes(
  api: ApiRouter,
  { reports }: { reports: GroupReportService },
): void {
  bindQuery(
    api,
    mlLensRoutes.getGroupReports,
    async ({
      query: { groupBy, since, cursor, limit, at, ...filters },
      credentials,
    }) =>
      await reports.list(
        filters,
        { groupBy, since, cursor, limit, at },
        credentials,
      ),
  );
}
