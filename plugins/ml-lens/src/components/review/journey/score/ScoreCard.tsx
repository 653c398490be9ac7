import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useParentSize } from '@visx/responsive';
import { useMemo, useState } from 'react';
import { useMlLensTranslation } from '../../../../translation';
import { Choice, EmptyState, ErrorState, LoadingState } from '../../../shared';
import { useReviewUrl } from '../../model';
import looks from '../../../shared/looks.module.css';
import { keepFocus } from '../keptFocus';
import { useScoreHistory } from '../useJourney';
import { SCORE_SLIDER_ID, ScoreChart } from './ScoreChart';
import { type ScoreHistory, scoreLayout } from './scoreLayout';
import { ScoreTable } from './ScoreTable';

/** One list for all renders: the hook begins anew with every other one. */
const ALL_BUT_WIDTH: ('height' | 'top' | 'left')[] = ['height', 'top', 'left'];

function Chart(props: {
  history: ScoreHistory;
  onPick(at: string | undefined): void;
}) {
  const { history, onPick } = props;
  const { url } = useReviewUrl();
  const { parentRef, width } = useParentSize({
    ignoreDimensions: ALL_BUT_WIDTH,
    debounceTime: 60,
  });
  // A chart that moved with every second would be new for every look at it.
  const [now] = useState(() => new Date().toISOString());
  const layout = useMemo(
    () =>
      width > 0 ? scoreLayout(history, { width, now, at: url.at }) : undefined,
    [history, width, now, url.at],
  );
  return (
    <div ref={parentRef}>
      {layout && (
        <ScoreChart history={history} layout={layout} onPick={onPick} />
      )}
    </div>
  );
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
          <Chart
            history={data}
            onPick={at => {
              keepFocus(SCORE_SLIDER_ID);
              set({ at }, { push: true });
            }}
          />
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
