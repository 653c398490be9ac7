// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useManageLenses } from '../hooks/useManageLenses';
import { useApiQuery } from '../../shared';

/** Where the notice of the overview leads to. */
export const REPORTS_ID = 'ml-lens-reports';

export type Reports = MlLensResponse<'listLensReports'>;

/** What the portal cannot use; asked for only by those who may know. */
export function useReports() {
  const mayManage = useManageLenses();
  const query = useApiQuery('listLensReports', {}, { enabled: mayManage });
  return { ...query, mayManage };
}

/** How many things are wrong. A workload whose entity is gone may be right. */
export function countProblems({ catalog, lenses }: Reports): number {
  return catalog.length + lenses.length;
}
