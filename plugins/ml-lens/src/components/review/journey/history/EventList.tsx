// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ShownOf } from '../ShownOf';
import type { useHistory } from '../useJourney';
import { EventItem } from './EventItem';
import looks from '../../../shared/looks.module.css';

/** The events fetched so far, and the way to older ones. */
export function EventList(props: {
  history: ReturnType<typeof useHistory>;
  label: string;
  isOfOneQuestion?: boolean;
}) {
  const { history, label, isOfOneQuestion } = props;
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = history;
  const events = data?.pages.flatMap(page => page.items) ?? [];
  const total = data?.pages[0]?.totalItems ?? 0;
  return (
    <>
      <ol className={looks.loose} aria-label={label}>
        {events.map(event => (
          <EventItem
            key={event.seq}
            event={event}
            isOfOneQuestion={isOfOneQuestion}
          />
        ))}
      </ol>
      {hasNextPage && (
        <ShownOf
          shown={events.length}
          total={total}
          isPending={isFetchingNextPage}
          onMore={() => fetchNextPage()}
        />
      )}
    </>
  );
}
