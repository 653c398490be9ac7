// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgGroupBy } from '@ml-lens/backstage-plugin-ml-lens-common';
import { keepPreviousData } from '@tanstack/react-query';
import { useOrg } from '../OrgModel';
import { filterQuery } from '../orgUrl';
import { useApiQuery } from '../../shared';

/** Figures at the end of each week or month, as a whole or by group. */
export function useTrend(choice: {
  from: string;
  interval: 'week' | 'month';
  groupBy: OrgGroupBy | undefined;
}) {
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), ...choice };
  return useApiQuery(
    'getTrend',
    { query },
    { placeholderData: keepPreviousData },
  );
}
