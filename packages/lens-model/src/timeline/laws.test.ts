// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import {
  anyAnswer,
  eventFixture,
  monotoneLens,
} from '../__testUtils__/lensFixture';
import type { CompiledLens } from '../lens/compile';
import type { ReviewEvent } from '../model';
import { scorecardOf } from '../scoring';
import {
  phaseStatesOf,
  phaseStatusOf,
  reviewStandings,
  risksOf,
} from './phases';
import { applyEvent, replay } from './reducer';
import { initialReviewState } from './state';

type Step = Partial<ReviewEvent> & Pick<ReviewEvent, 'type'>;

function anyStep(lens: CompiledLens): fc.Arbitrary<Step> {
  const phaseId = fc.constantFrom(...lens.phases.map(({ id }) => id));
  return fc.oneof(
    {
      weight: 12,
      arbitrary: anyAnswer(lens).map(
        ({ questionId, state }): Step => ({
          type: 'ANSWERED',
          questionId,
          after: state,
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: phaseId.map(
        (id): Step => ({
          type: 'ITERATION_STARTED',
          phaseId: id,
          after: { reason: 'Drift' },
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(phaseId, fc.constantFrom(null, '2026-01-01')).map(
        ([id, targetDate]): Step => ({
          type: 'TARGET_SET',
          phaseId: id,
          after: { targetDate },
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: anyAnswer(lens).map(
        ({ questionId, state }): Step => ({
          type: 'LENS_UPGRADED',
          after: { lensVersion: '1', answers: { [questionId]: state } },
        }),
      ),
    },
  );
}

/** A random lens and a random history of it; some events share an instant. */
const history = monotoneLens().chain(lens =>
  fc
    .array(fc.tuple(anyStep(lens), fc.boolean()), { maxLength: 40 })
    .map(steps => {
      let at = '';
      const events = steps.map(([step, sameInstant], i) => {
        const event = eventFixture(i + 1, step);
        at = sameInstant && at ? at : event.at;
        return { ...event, at };
      });
      return { lens, of: () => lens, events };
    }),
);

describe('laws of the timeline', () => {
  it('event by event is the same as from scratch, at every prefix', () => {
    fc.assert(
      fc.property(history, ({ of, events }) => {
        let state = initialReviewState('1');
        events.forEach((event, i) => {
          state = applyEvent(of, state, event);
          expect(state).toEqual(replay(of, events.slice(0, i + 1), '1'));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('iterations are numbered 1..n, never overlap, and only the last is open', () => {
    fc.assert(
      fc.property(history, ({ of, events }) => {
        for (const { iterations } of replay(of, events, '1').phases.values()) {
          expect(iterations.map(({ number }) => number)).toEqual(
            iterations.map((_, i) => i + 1),
          );
          // Instants of one form sort as texts; an open end comes after all.
          const marks = iterations.flatMap(({ startedAt, endedAt }) => [
            startedAt,
            endedAt ?? '9999',
          ]);
          expect(marks).toEqual([...marks].sort());
          expect(marks.slice(0, -1)).not.toContain('9999');
          for (const { completedAt, endedAt, status } of iterations) {
            expect(
              completedAt === null ||
                (completedAt === endedAt && status === 'COMPLETE'),
            ).toBe(true);
          }
        }
      }),
    );
  });

  it('a phase is what its risks say, and an open iteration shows it', () => {
    fc.assert(
      fc.property(history, ({ lens, of, events }) => {
        const state = replay(of, events, '1');
        const risks = risksOf(lens, state);
        for (const phase of phaseStatesOf(
          lens,
          state,
          events.at(-1)?.at ?? '2026-01-01T00:00:00Z',
        )) {
          const found = lens.questions
            .filter(question => question.phaseId === phase.id)
            .map(({ id }) => risks(id));
          const open = found.filter(risk => risk === 'UNANSWERED').length;
          expect(phase.status).toBe(phaseStatusOf(lens, phase.id, risks));
          expect(phase.status === 'NOT_STARTED').toBe(open === found.length);
          expect(phase.status === 'IN_PROGRESS').toBe(
            open > 0 && open < found.length,
          );
          expect(phase.status === 'AT_RISK').toBe(
            open === 0 && found.includes('HIGH'),
          );
          expect(phase.late && phase.status === 'COMPLETE').toBe(false);
          const opened = phase.iterations.filter(
            ({ endedAt }) => endedAt === null,
          );
          expect(opened.map(iteration => iteration.status)).toEqual(
            opened.map(() =>
              // In a complete phase it waits for its answers.
              phase.status === 'AT_RISK' ? 'AT_RISK' : 'IN_PROGRESS',
            ),
          );
        }
      }),
    );
  });

  it('the revision of an answer is the number of events that changed it', () => {
    fc.assert(
      fc.property(history, ({ of, events }) => {
        for (const [id, { revision }] of replay(of, events, '1').answers) {
          const changes = events.filter(
            ({ questionId, type, after }) =>
              questionId === id ||
              (type === 'LENS_UPGRADED' &&
                id in (after as { answers: object }).answers),
          );
          expect(revision).toBe(changes.length);
        }
      }),
    );
  });

  it('in which order different questions are answered does not change the scorecard', () => {
    fc.assert(
      fc.property(
        history.chain(some =>
          fc
            .shuffledSubarray(some.events, {
              minLength: some.events.length,
            })
            .map(shuffled => ({ ...some, shuffled })),
        ),
        ({ lens, of, events, shuffled }) => {
          const lastOf = (list: ReviewEvent[]) => [
            ...new Map(
              list
                .filter(({ type }) => type === 'ANSWERED')
                .map(event => [event.questionId, event]),
            ).values(),
          ];
          const answers = lastOf(events);
          const sameAnswers = shuffled.filter(event => answers.includes(event));
          const cardOf = (list: ReviewEvent[]) =>
            scorecardOf(lens, reviewStandings(replay(of, list, '1')));
          expect(cardOf(sameAnswers)).toEqual(cardOf(answers));
        },
      ),
    );
  });
});
