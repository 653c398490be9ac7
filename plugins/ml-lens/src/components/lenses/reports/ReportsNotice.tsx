// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/core-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import { rootRouteRef, tabRouteRefs } from '../../../routes';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { useMountedPath } from '../../shared/useMountedPath';
import { REPORTS_ID } from './useReports';
import { countProblems, useReports } from './useReports';

/** Says on the overview that something is to be mended, to those who can. */
export function ReportsNotice() {
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const { data } = useReports();
  const root = useRouteRef(rootRouteRef)();
  const lenses = useMountedPath()(tabRouteRefs.lenses, `${root}/lenses`);
  const count = data ? countProblems(data) : 0;
  const removal = data?.removal;
  if (count === 0 && !removal) return null;
  return (
    <Alert
      status="warning"
      icon
      title={
        removal
          ? t('lenses.reports.removalTitle', {
              count: removal.workloads,
              number: number(removal.workloads),
              of: number(removal.of),
            })
          : t('lenses.reports.notice', { count, number: number(count) })
      }
      customActions={
        <ButtonLink
          size="small"
          variant="secondary"
          href={`${lenses}#${REPORTS_ID}`}
        >
          {t('lenses.reports.show')}
        </ButtonLink>
      }
    />
  );
}
