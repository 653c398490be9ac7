// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { QueryClient } from '@tanstack/react-query';
import { Answered, InsightsPage } from '../insights';
import { NoWorkloads } from '../workloads/NoWorkloads';
import { Flow } from './Flow';
import { Longest } from './Longest';
import { PhaseLanes } from './PhaseLanes';
import { useOrgTimeline } from './useOrgTimeline';

/** Months of flow that are shown. */
const MONTHS = 12;

function OrgTimeline() {
  const query = useOrgTimeline(MONTHS);
  const isStale = query.isPlaceholderData;
  return (
    <Answered query={query} height={420} isPage>
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
export function OrgTimelinePage(props: { client?: QueryClient }) {
  return (
    <InsightsPage client={props.client}>
      <OrgTimeline />
    </InsightsPage>
  );
}
