// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ButtonLink } from '@backstage/ui';
import { RiPrinterLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { ReportsNotice } from '../../lenses/reports/ReportsNotice';
import { useFormat, Answered } from '../../shared';
import { useOrgQuery } from '../hooks';
import {
  inInsightsPage,
  SinceSelect,
  useOrgLinks,
  useSince,
} from '../insights';
import { AgentsPanel } from '../agents/AgentsPanel';
import { GroupReports } from '../report/GroupReports';
import { useReportUrl } from '../report/useGroupReports';
import { NoWorkloads } from '../workloads/NoWorkloads';
import { Distribution } from './Distribution';
import { KeyFigures } from './KeyFigures';
import looks from '../../shared/looks.module.css';
import { PhaseFunnel } from './PhaseFunnel';
import { NextSteps } from './NextSteps';
import { LevelsPanel, RisksPanel } from './Shares';

function Overview() {
  const { t } = useMlLensTranslation();
  const { date } = useFormat();
  const { instant } = useSince();
  const links = useOrgLinks();
  const query = useOrgQuery('getSummary', {});
  const past = useOrgQuery('getSummary', { at: instant }, Boolean(instant));
  const before = instant ? past.data?.total : undefined;
  return (
    <Answered query={query} height={520} isCard>
      {({ total, distribution, late, pace }) =>
        total.workloads === 0 ? (
          <div className={looks.panel}>
            <NoWorkloads />
          </div>
        ) : (
          <>
            <div className={`${looks.apart} ${looks.note}`}>
              <span>
                {instant
                  ? t('org.since.comparedWith', { date: date(instant) })
                  : t('org.since.notCompared')}
                {past.error ? ` ${t('org.since.failed')}` : ''}
              </span>
              <span className={looks.row}>
                <ButtonLink
                  size="small"
                  variant="secondary"
                  iconStart={<RiPrinterLine />}
                  href={links('overview', {}, { report: 'owner' })}
                >
                  {t('org.report.open')}
                </ButtonLink>
                <SinceSelect />
              </span>
            </div>
            <KeyFigures total={total} before={before} />
            <NextSteps late={late} since={instant} />
            <div className={looks.halves}>
              <Distribution by="score" distribution={distribution} />
              <Distribution by="coverage" distribution={distribution} />
              <LevelsPanel total={total} before={before} />
              <RisksPanel total={total} before={before} />
            </div>
            <PhaseFunnel total={total} pace={pace} before={before} />
            <AgentsPanel />
          </>
        )
      }
    </Answered>
  );
}

/** The same on paper, where the address asks for it. */
function Report() {
  const { isOpen } = useReportUrl();
  return isOpen ? <GroupReports /> : null;
}

/** How the organisation stands, at a glance; every figure leads on. */
export const OverviewPage = inInsightsPage(() => (
  <>
    <ReportsNotice />
    <Overview />
    <Report />
  </>
));
