// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useOrgPages } from '../hooks';
import { Answered } from '../../shared';
import { inInsightsPage } from '../insights';
import { NoWorkloads } from '../workloads/NoWorkloads';
import { Flow } from './Flow';
import { Longest } from './Longest';
import { PhaseLanes } from './PhaseLanes';

/** Months of flow that are shown. */
const MONTHS = 12;
/** Workloads at a time. */
const PAGE = 20;

function OrgTimeline() {
  const query = useOrgPages('getOrgTimeline', { months: MONTHS, limit: PAGE });
  const isStale = query.isPlaceholderData;
  return (
    <Answered query={query} height={420} isCard>
      {({ pages }) =>
        pages[0].totalItems === 0 ? (
          <NoWorkloads />
        ) : (
          <>
            <PhaseLanes timeline={pages[0]} isStale={isStale} />
            <Longest
              items={pages.flatMap(page => page.items)}
              gates={pages[0].gates}
              isStale={isStale}
              onMore={
                query.hasNextPage ? () => query.fetchNextPage() : undefined
              }
            />
            <Flow
              flow={pages[0].flow}
              phases={pages[0].phases}
              isStale={isStale}
            />
          </>
        )
      }
    </Answered>
  );
}

/** Where workloads stand on the lifecycle, how long, and what they wait for. */
export const OrgTimelinePage = inInsightsPage(OrgTimeline);
