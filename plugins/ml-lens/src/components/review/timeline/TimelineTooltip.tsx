// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex } from '@backstage/ui';
import type { LensPhase } from '@ml-lens/lens-model';
import { Who } from '../../shared/Who';
import { useMlLensTranslation } from '../../../translation';
import { LateChip, StatusChip, useFormat } from '../../shared';
import { ChartTooltip } from '../../shared/chart';
import looks from '../../shared/looks.module.css';
import type {
  TimelineBar,
  TimelineLayout,
  TimelineMark,
  TimelinePlan,
} from './timelinePicture';
import type { TimelineWords } from './useTimelineWords';

function MarkDetails(props: {
  mark: TimelineMark;
  layout: TimelineLayout;
  words: TimelineWords;
  nameOf(phaseId: string): string;
}) {
  const { mark, layout, words, nameOf } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();

  if (mark.kind === 'flag') {
    return (
      <>
        {mark.milestones.map(milestone => (
          <div key={milestone.id} className={looks.tight}>
            <div className={looks.strong}>{milestone.name}</div>
            <div className={looks.muted}>
              {format.date(milestone.recordedAt)} · {words.milestone(milestone)}
            </div>
            {milestone.note && <div>{milestone.note}</div>}
          </div>
        ))}
      </>
    );
  }
  if (mark.kind === 'model') {
    return (
      <div className={looks.tight}>
        {mark.events.map(event => (
          <div key={`${event.model}/${event.kind}/${event.at}`}>
            <div className={looks.strong}>{words.model(event)}</div>
            <div className={looks.muted}>{format.date(event.at)}</div>
          </div>
        ))}
      </div>
    );
  }
  if (mark.kind === 'target') {
    return (
      <div className={looks.tight}>
        <div className={looks.strong}>
          {t('review.timeline.targetOf', { phase: nameOf(mark.phaseId) })}
        </div>
        <Flex align="center" gap="2">
          {mark.state === 'late' && <LateChip />}
          {words.target(mark.date, mark.state)}
        </Flex>
      </div>
    );
  }
  if (mark.kind === 'plan') {
    return (
      <div className={looks.tight}>
        <div className={looks.strong}>
          {t('review.timeline.planOf', { phase: nameOf(mark.phaseId) })}
        </div>
        {words.plan(mark.phaseId).map(line => (
          <div key={line}>{line}</div>
        ))}
      </div>
    );
  }
  const { iteration } = mark;
  const loop = words.returnAfter(mark, layout);
  return (
    <div className={looks.tight}>
      <div className={looks.strong}>
        {t('review.timeline.iterationOf', {
          phase: nameOf(mark.phaseId),
          number: String(iteration.number),
        })}
      </div>
      <Flex align="center" gap="2">
        <StatusChip status={iteration.status} />
        <span className={looks.muted}>{words.duration(iteration)}</span>
      </Flex>
      <div>{words.dates(iteration)}</div>
      {iteration.reason && (
        <div>{t('review.timeline.reason', { reason: iteration.reason })}</div>
      )}
      {loop && <div>{t('review.timeline.loop', { phase: loop })}</div>}
      <div className={looks.muted}>
        <Who actor={iteration.startedBy} />
      </div>
    </div>
  );
}

function isWide(mark: TimelineMark): mark is TimelineBar | TimelinePlan {
  return mark.kind === 'bar' || mark.kind === 'plan';
}

/** Details of the mark under the pointer or with the focus. */
export function TimelineTooltip(props: {
  mark: TimelineMark;
  layout: TimelineLayout;
  phases: readonly Pick<LensPhase, 'id' | 'name'>[];
  words: TimelineWords;
}) {
  const { mark, layout, phases, words } = props;
  const left = isWide(mark) ? mark.x + Math.min(mark.width, 160) / 2 : mark.x;
  const top = isWide(mark) ? mark.y + mark.height : mark.y + 8;
  return (
    <ChartTooltip key={mark.id} left={left} top={top}>
      <MarkDetails
        mark={mark}
        layout={layout}
        words={words}
        nameOf={id => phases.find(phase => phase.id === id)?.name ?? id}
      />
    </ChartTooltip>
  );
}
