// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  answerOf,
  eventFixture,
  lensFixture,
  minute,
  questionFixture,
  selected,
} from '../../__testUtils__/lensFixture';
import type { CompiledLens } from '../../lens/compile';
import type { ReviewEvent } from '../../model';
import { replay } from '../reducer';

/** The next version adds a question to the phase `build`. */
export const versions: Record<string, CompiledLens> = {
  1: lensFixture(),
  2: lensFixture(
    {
      pillars: [
        {
          id: 'security',
          name: 'Security',
          questions: [
            questionFixture('q_three', { phase: 'build' }),
            questionFixture('q_new', { phase: 'build' }),
          ],
        },
      ],
    },
    '2',
  ),
};
export const lens = (version: string) => versions[version];

export type Step = Partial<ReviewEvent> & Pick<ReviewEvent, 'type'>;
export type FixtureRisk = Parameters<typeof answerOf>[1];

export const answer = (questionId: string, risk: FixtureRisk): Step => ({
  type: 'ANSWERED',
  questionId,
  after: answerOf(questionId, risk),
});
export const confirm = (questionId: string, risk: FixtureRisk): Step => ({
  ...answer(questionId, risk),
  type: 'CONFIRMED',
});
export const note = (questionId: string, risk?: FixtureRisk): Step => ({
  type: 'ANSWERED',
  questionId,
  after: {
    ...(risk ? answerOf(questionId, risk) : selected()),
    notes: 'We look at this next week',
  },
});
export const start = (phaseId: string, reason: string): Step => ({
  type: 'ITERATION_STARTED',
  phaseId,
  after: { reason },
});
export const target = (phaseId: string, targetDate: string | null): Step => ({
  type: 'TARGET_SET',
  phaseId,
  after: { targetDate },
});
export const upgrade = (answers: Record<string, unknown> = {}): Step => ({
  type: 'LENS_UPGRADED',
  after: { lensVersion: '2', answers },
});

/** Each event says the version the one before it left the review in. */
export function run(...steps: Step[]) {
  let lensVersion = '1';
  const events = steps.map((step, i) => {
    const event = eventFixture(i + 1, { lensVersion, ...step });
    lensVersion = step.type === 'LENS_UPGRADED' ? '2' : event.lensVersion;
    return event;
  });
  return replay(lens, events, '1');
}

/** `[started, completed, ended, status]` of each iteration, in minutes. */
export function build(...steps: Step[]) {
  const minuteOf = (at: string | null) =>
    at && (Date.parse(at) - Date.parse(minute(0))) / 60_000;
  return (run(...steps).phases.get('build')?.iterations ?? []).map(
    iteration => [
      minuteOf(iteration.startedAt),
      minuteOf(iteration.completedAt),
      minuteOf(iteration.endedAt),
      iteration.status,
    ],
  );
}
