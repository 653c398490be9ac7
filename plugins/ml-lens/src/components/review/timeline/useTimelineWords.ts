// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Iteration,
  LensPhase,
  Milestone,
  PhaseState,
} from '@ml-lens/lens-model';
import { iterationDays, slipOf } from '@ml-lens/lens-model/pace';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import type { ModelEvent } from './timeDomain';
import type {
  TimelineLayout,
  TimelineMark,
  TimelineTarget,
} from './timelinePicture';

/** What the picture shows, in words: for tooltips, labels and the table. */
export interface TimelineWords {
  dates(iteration: Iteration): string;
  duration(iteration: Iteration): string;
  target(date: string, state: TimelineTarget['state']): string;
  /** What was planned for a phase, and how far it is from that; a line each. */
  plan(phaseId: string): string[];
  /** Days later or earlier than planned; undefined where nobody can tell. */
  slip(days: number | null): string | undefined;
  milestone(milestone: Milestone): string;
  model(event: ModelEvent): string;
  day(date: string): string;
  /** Everything about a mark in one line, for those who hear the picture. */
  describe(mark: TimelineMark, layout: TimelineLayout): string;
  /** The evaluation an iteration follows, if it does. */
  returnAfter(mark: TimelineMark, layout: TimelineLayout): string | undefined;
}

export function useTimelineWords(options: {
  phases: readonly Pick<LensPhase, 'id' | 'name'>[];
  states: readonly PhaseState[];
  at: string;
}): TimelineWords {
  const { phases, states, at } = options;
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
    duration(iteration) {
      const days = iterationDays(iteration, at);
      return days < 1
        ? t('review.timeline.lessThanDay')
        : t('review.timeline.days', { count: days });
    },
    slip(days) {
      if (days === null) return undefined;
      if (days === 0) return t('review.timeline.onTheDay');
      return t(days > 0 ? 'review.timeline.later' : 'review.timeline.earlier', {
        count: Math.abs(days),
      });
    },
    plan(phaseId) {
      const state = states.find(({ id }) => id === phaseId);
      if (!state) return [];
      const slip = slipOf(state, at);
      const line = (
        day: string | null,
        key: 'plannedStart' | 'plannedEnd',
        days: number | null,
      ) =>
        day === null
          ? []
          : [
              [
                t(`review.timeline.${key}`, { date: words.day(day) }),
                words.slip(days),
              ]
                .filter(Boolean)
                .join(', '),
            ];
      return [
        ...line(state.plannedStart, 'plannedStart', slip.start),
        ...line(state.targetDate, 'plannedEnd', slip.end),
      ];
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
    model: ({ model, kind, text }) =>
      t(`review.timeline.model.${kind}`, { model, text: text ?? '' }),
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
        case 'model':
          return mark.events
            .map(event => `${words.model(event)}, ${format.date(event.at)}`)
            .join('; ');
        case 'target':
          return `${t('review.timeline.targetOf', {
            phase: nameOf(mark.phaseId),
          })}: ${words.target(mark.date, mark.state)}`;
        case 'plan':
          return [
            t('review.timeline.planOf', { phase: nameOf(mark.phaseId) }),
            ...words.plan(mark.phaseId),
          ].join('; ');
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
