// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { Choice, EmptyState, ErrorState, LoadingState } from '../../../shared';
import { ChartFrame } from '../../../shared/chart';
import { useReviewUrl } from '../../model';
import looks from '../../../shared/looks.module.css';
import { keepFocus } from '../keptFocus';
import { useScoreHistory } from '../useJourney';
import { SCORE_SLIDER_ID, ScoreChart } from './ScoreChart';
import { type ScoreHistory, scoreLayout } from './scoreLayout';
import { ScoreTable } from './ScoreTable';

function Chart(props: {
  history: ScoreHistory;
  width: number;
  onPick(at: string | undefined): void;
}) {
  const { history, width, onPick } = props;
  const { url } = useReviewUrl();
  // A chart that moved with every second would be new for every look at it.
  const [now] = useState(() => new Date().toISOString());
  const layout = useMemo(
    () => scoreLayout(history, { width, now, at: url.at }),
    [history, width, now, url.at],
  );
  return <ScoreChart history={history} layout={layout} onPick={onPick} />;
}

/** Score and coverage over the life of the review. */
export function ScoreCard() {
  const { set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const { data, error, refetch } = useScoreHistory();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const isEmpty = data?.points.length === 0;
  return (
    <Card>
      <CardHeader>
        <div className={looks.apart}>
          <Text as="h3" variant="title-x-small" weight="bold">
            {t('review.progress.title')}
          </Text>
          {data && !isEmpty && (
            <Choice<'chart' | 'table'>
              label={t('review.progress.view')}
              value={view}
              onChange={setView}
              options={[
                { id: 'chart', label: t('review.progress.chart') },
                { id: 'table', label: t('review.progress.table') },
              ]}
            />
          )}
        </div>
      </CardHeader>
      <CardBody>
        {error && !data && <ErrorState error={error} onRetry={refetch} />}
        {!error && !data && <LoadingState rows={1} height={236} />}
        {isEmpty && (
          <EmptyState
            title={t('review.progress.empty')}
            text={t('review.progress.emptyText')}
          />
        )}
        {data && !isEmpty && view === 'chart' && (
          <ChartFrame>
            {width => (
              <Chart
                history={data}
                width={width}
                onPick={at => {
                  keepFocus(SCORE_SLIDER_ID);
                  set({ at }, { push: true });
                }}
              />
            )}
          </ChartFrame>
        )}
        {data && !isEmpty && view === 'table' && (
          <ScoreTable
            history={data}
            onPick={at => set({ at }, { push: true })}
          />
        )}
      </CardBody>
    </Card>
  );
}
