// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@backstage/ui';
import { useMlLensTranslation } from '../../../../translation';
import type { useHistory } from '../useJourney';
import { EventItem } from './EventItem';
import looks from '../../../shared/looks.module.css';
import styles from './History.module.css';

/** The events fetched so far, and the way to older ones. */
export function EventList(props: {
  history: ReturnType<typeof useHistory>;
  label: string;
  isOfOneQuestion?: boolean;
}) {
  const { history, label, isOfOneQuestion } = props;
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = history;
  const { t } = useMlLensTranslation();
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
        <div className={`${looks.row} ${looks.small} ${styles.foot}`}>
          <Button
            size="small"
            variant="secondary"
            isPending={isFetchingNextPage}
            onPress={() => fetchNextPage()}
          >
            {t('review.history.more')}
          </Button>
          <span role="status">
            {t('review.history.shown', {
              shown: String(events.length),
              total: String(total),
            })}
          </span>
        </div>
      )}
    </>
  );
}
