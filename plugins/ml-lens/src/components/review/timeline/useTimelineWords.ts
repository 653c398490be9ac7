import type { Iteration, LensPhase, Milestone } from '@ml-lens/lens-model';
import { DateTime } from 'luxon';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import type {
  TimelineLayout,
  TimelineMark,
  TimelineTarget,
} from './timelineLayout';

/** What the picture shows, in words: for tooltips, labels and the table. */
export interface TimelineWords {
  dates(iteration: Iteration): string;
  duration(iteration: Iteration): string;
  target(date: string, state: TimelineTarget['state']): string;
  milestone(milestone: Milestone): string;
  day(date: string): string;
  /** Everything about a mark in one line, for those who hear the picture. */
  describe(mark: TimelineMark, layout: TimelineLayout): string;
  /** The evaluation an iteration follows, if it does. */
  returnAfter(mark: TimelineMark, layout: TimelineLayout): string | undefined;
}

export function useTimelineWords(options: {
  phases: readonly Pick<LensPhase, 'id' | 'name'>[];
  at: string;
}): TimelineWords {
  const { phases, at } = options;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const nameOf = (phaseId: string) =>
    phases.find(phase => phase.id === phaseId)?.name ?? phaseId;

  const words: TimelineWords = {
    // A target is a calendar day: the same one in every time zone.
    day: date => format.date(date),
    dates: ({ startedAt, endedAt }) =>
      endedAt
        ? t('review.timeline.span', {
            from: format.date(startedAt),
            to: format.date(endedAt),
          })
        : t('review.timeline.since', { from: format.date(startedAt) }),
    duration({ startedAt, endedAt }) {
      const days = Math.floor(
        DateTime.fromISO(endedAt ?? at)
          .diff(DateTime.fromISO(startedAt))
          .as('days'),
      );
      return days < 1
        ? t('review.timeline.lessThanDay')
        : t('review.timeline.days', { count: days });
    },
    target(date, state) {
      const values = { date: words.day(date) };
      if (state === 'met') return t('review.timeline.targetMet', values);
      if (state === 'late') return t('review.timeline.targetLate', values);
      return t('review.timeline.targetAhead', values);
    },
    milestone({ score, coverage }) {
      const percent = format.percent(coverage);
      return score === null
        ? t('review.timeline.milestoneNoScore', { coverage: percent })
        : t('review.timeline.milestoneScore', {
            score: String(score),
            coverage: percent,
          });
    },
    returnAfter(mark, layout) {
      const loop = layout.loops.find(({ id }) => id === mark.id);
      return loop && nameOf(loop.from.phaseId);
    },
    describe(mark, layout) {
      switch (mark.kind) {
        case 'flag':
          return mark.milestones
            .map(
              milestone =>
                `${t('review.timeline.milestone')} ${
                  milestone.name
                }, ${format.date(milestone.recordedAt)}, ${words.milestone(
                  milestone,
                )}`,
            )
            .join('; ');
        case 'target':
          return `${t('review.timeline.targetOf', {
            phase: nameOf(mark.phaseId),
          })}: ${words.target(mark.date, mark.state)}`;
        default: {
          const { iteration } = mark;
          const loop = words.returnAfter(mark, layout);
          return [
            t('review.timeline.iterationOf', {
              phase: nameOf(mark.phaseId),
              number: String(iteration.number),
            }),
            t(`common.status.${iteration.status}`),
            words.dates(iteration),
            words.duration(iteration),
            iteration.reason &&
              t('review.timeline.reason', { reason: iteration.reason }),
            loop && t('review.timeline.loop', { phase: loop }),
          ]
            .filter(Boolean)
            .join(', ');
        }
      }
    },
  };
  return words;
}
