// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMemo, useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { Choice, EmptyState, TitledCard, Answered } from '../../../shared';
import { ChartFrame } from '../../../shared/chart';
import { useReviewUrl } from '../../model';
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
  const query = useScoreHistory();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const isEmpty = query.data?.points.length === 0;
  return (
    <TitledCard
      title={t('review.progress.title')}
      actions={
        query.data &&
        !isEmpty && (
          <Choice<'chart' | 'table'>
            label={t('review.progress.view')}
            value={view}
            onChange={setView}
            options={[
              { id: 'chart', label: t('review.progress.chart') },
              { id: 'table', label: t('review.progress.table') },
            ]}
          />
        )
      }
    >
      <Answered query={query} height={236}>
        {history => {
          if (isEmpty) {
            return (
              <EmptyState
                title={t('review.progress.empty')}
                text={t('review.progress.emptyText')}
              />
            );
          }
          return view === 'table' ? (
            <ScoreTable
              history={history}
              onPick={at => set({ at }, { push: true })}
            />
          ) : (
            <ChartFrame>
              {width => (
                <Chart
                  history={history}
                  width={width}
                  onPick={at => {
                    keepFocus(SCORE_SLIDER_ID);
                    set({ at }, { push: true });
                  }}
                />
              )}
            </ChartFrame>
          );
        }}
      </Answered>
    </TitledCard>
  );
}
