// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { Choice, EmptyState, TitledCard } from '../../shared';
import { ChartFrame } from '../../shared/chart';
import { useReview, useReviewUrl } from '../model';
import looks from '../../shared/looks.module.css';
import { TimelineChart } from './TimelineChart';
import { TimelineTable } from './TimelineTable';
import { modelEventsOf } from './modelMarks';
import { type TimelineRange, defaultRange, rangesFor } from './timeDomain';
import type { TimelineInput } from './timeDomain';
import { timelineLayout } from './timelineLayout';

const RANGE_KEYS = {
  all: 'review.timeline.rangeAll',
  year: 'review.timeline.rangeYear',
  quarter: 'review.timeline.rangeQuarter',
} as const;

function Chart(props: {
  width: number;
  input: TimelineInput;
  range: TimelineRange;
  isPast: boolean;
  selectedPhase?: string;
  onSelectPhase(phaseId: string | undefined): void;
}) {
  const { width, input, range, ...rest } = props;
  const layout = useMemo(
    () => timelineLayout(input, { width, range }),
    [input, width, range],
  );
  return <TimelineChart input={input} layout={layout} {...rest} />;
}

/**
 * Where the workload stands on the ML lifecycle, and how it got there. Not
 * shown for a lens without phases.
 */
export function PhaseTimeline() {
  const { lens, review, models } = useReview();
  const { url, set } = useReviewUrl();
  const { t } = useMlLensTranslation();
  const input = useMemo<TimelineInput>(
    () => ({
      phases: lens.phases,
      states: review.phases,
      milestones: review.milestones,
      models: modelEventsOf(models, review.at),
      at: review.at,
    }),
    [lens.phases, review.phases, review.milestones, models, review.at],
  );
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const ranges = rangesFor(input);
  const [chosen, setChosen] = useState<TimelineRange>();
  const range =
    chosen && ranges.includes(chosen) ? chosen : defaultRange(input);

  if (lens.phases.length === 0) return null;
  const isEmpty =
    review.milestones.length === 0 &&
    review.phases.every(
      ({ iterations, plannedStart, targetDate }) =>
        iterations.length === 0 && plannedStart === null && targetDate === null,
    );
  const [first] = lens.phases;
  const selectPhase = (phase: string | undefined) =>
    set({ phase, pillar: undefined }, { push: true });

  return (
    <TitledCard
      title={t('review.timeline.title')}
      isWide={view === 'table'}
      actions={
        !isEmpty && (
          <div className={looks.row}>
            {view === 'chart' && ranges.length > 1 && (
              <Choice<TimelineRange>
                label={t('review.timeline.range')}
                value={range}
                onChange={setChosen}
                options={ranges.map(id => ({ id, label: t(RANGE_KEYS[id]) }))}
              />
            )}
            <Choice<'chart' | 'table'>
              label={t('review.timeline.view')}
              value={view}
              onChange={setView}
              options={[
                { id: 'chart', label: t('review.timeline.chart') },
                { id: 'table', label: t('review.timeline.table') },
              ]}
            />
          </div>
        )
      }
    >
      {isEmpty && (
        <EmptyState
          title={t('review.timeline.empty')}
          text={t('review.timeline.emptyText', { phase: first.name })}
          action={
            <Button variant="secondary" onPress={() => selectPhase(first.id)}>
              {t('review.timeline.emptyAction')}
            </Button>
          }
        />
      )}
      {!isEmpty && view === 'table' && (
        <TimelineTable input={input} onSelectPhase={selectPhase} />
      )}
      {!isEmpty && view === 'chart' && (
        <ChartFrame>
          {width => (
            <Chart
              width={width}
              input={input}
              range={range}
              isPast={Boolean(url.at)}
              // With a pillar too, a cell of the matrix is chosen, not the phase.
              selectedPhase={url.pillar ? undefined : url.phase}
              onSelectPhase={selectPhase}
            />
          )}
        </ChartFrame>
      )}
    </TitledCard>
  );
}
