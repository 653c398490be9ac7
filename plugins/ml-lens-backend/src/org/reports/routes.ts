// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

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
