// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import {
  anyAnswer,
  eventFixture,
  lensFixture,
  monotoneLens,
  selected,
} from './__testUtils__/lensFixture';
import { announcedOf, countingDaysOf, lensAt } from './announced';
import { becomesDue, readinessOf } from './due';
import { planImprovements, practiceStatesOf } from './improvement';
import { compileLens, type CompiledLens } from './lens/compile';
import { exportLens } from './lens/export';
import type { AnswerState } from './model';
import { scorecardOf, standingsOf } from './scoring';
import { replay } from './timeline';

type Answers = Record<string, AnswerState>;

const BEFORE = '2026-12-31T23:59:59.999Z';
const FROM = '2027-01-01';
const SINCE = '2027-01-01T00:00:00.000Z';

/** The lens with the last practice of every question with several announced. */
function announcing(lens: CompiledLens, countsFrom = FROM): CompiledLens {
  return compileLens(
    {
      ...lens.document,
      pillars: lens.document.pillars.map(pillar => ({
        ...pillar,
        questions: pillar.questions.map(question => {
          const { practices } = lens.question(question.id)!;
          const last = practices.length > 1 ? practices.at(-1)!.id : '';
          return {
            ...question,
            choices: question.choices.map(choice =>
              choice.id === last ? { ...choice, countsFrom } : choice,
            ),
          };
        }),
      })),
    },
    { id: lens.id, version: lens.version },
  );
}

const review = monotoneLens()
  .map(lens => announcing(lens))
  .chain(lens =>
    fc.record({
      lens: fc.constant(lens),
      answers: fc
        .array(anyAnswer(lens), { maxLength: 12 })
        .map(
          answers =>
            Object.fromEntries(
              answers.map(({ questionId, state }) => [questionId, state]),
            ) as Answers,
        ),
      phase: fc.constantFrom(null, ...lens.phases.map(({ id }) => id)),
    }),
  );

const cardOf = (lens: CompiledLens, answers: Answers, phase: string | null) =>
  scorecardOf(
    lens,
    standingsOf(id => answers[id]),
    undefined,
    { stateOf: id => answers[id], currentPhase: phase },
  );

/** The answers with every announced practice put in place, or taken out. */
function withAnnounced(lens: CompiledLens, answers: Answers, inPlace: boolean) {
  const changed = { ...answers };
  for (const { questionId, choiceId } of announcedOf(lens)) {
    const state = answers[questionId];
    if (state) {
      const others = state.selectedChoices.filter(id => id !== choiceId);
      changed[questionId] = {
        ...state,
        selectedChoices: inPlace ? [...others, choiceId] : others,
        notApplicableChoices: state.notApplicableChoices.filter(
          choice => choice.choiceId !== choiceId,
        ),
      };
    }
  }
  return changed;
}

describe('announced practices', () => {
  it('change no figure before their day, in place or not', () => {
    fc.assert(
      fc.property(review, ({ lens, answers, phase }) => {
        const early = lensAt(lens, BEFORE);
        const card = cardOf(early, answers, phase);
        for (const inPlace of [true, false]) {
          const other = withAnnounced(lens, answers, inPlace);
          expect(cardOf(early, other, phase)).toEqual(card);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('give the figures of an answer in which they do not apply', () => {
    fc.assert(
      fc.property(review, ({ lens, answers, phase }) => {
        const moot = withAnnounced(lens, answers, false);
        for (const { questionId, choiceId } of announcedOf(lens)) {
          const state = moot[questionId] ?? selected();
          moot[questionId] = {
            ...state,
            notApplicableChoices: [
              ...state.notApplicableChoices,
              { choiceId, reason: 'NONE' },
            ],
          };
        }
        expect(cardOf(lensAt(lens, BEFORE), answers, phase)).toEqual(
          cardOf(lens, moot, phase),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('count from the beginning of their day, and are planned from then on', () => {
    fc.assert(
      fc.property(review, ({ lens, answers, phase }) => {
        const late = lensAt(lens, SINCE);
        expect(cardOf(late, answers, phase)).toEqual(
          cardOf(lens, answers, phase),
        );
        const early = lensAt(lens, BEFORE);
        const announced = new Set(
          announcedOf(lens, BEFORE).map(one => one.choiceId),
        );
        const planned = planImprovements(early, id => answers[id]);
        expect(planned.filter(one => announced.has(one.choiceId))).toEqual([]);
        const due = becomesDue(early, null, lens.phases.at(-1)?.id ?? null);
        expect(
          due.flatMap(one => one.choiceIds).filter(id => announced.has(id)),
        ).toEqual([]);
        for (const question of early.questions) {
          for (const one of practiceStatesOf(question, answers[question.id])) {
            expect(announced.has(one.choiceId) && one.state !== 'moot').toBe(
              false,
            );
          }
        }
        const { notDue } = readinessOf(early, id => answers[id], phase).due;
        expect(notDue.practices).toBeLessThanOrEqual(
          readinessOf(lens, id => answers[id], phase).due.notDue.practices,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('are one view between two days, and the lens itself after the last', () => {
    const lens = announcing(lensFixture());
    expect(countingDaysOf(lens)).toEqual([FROM]);
    const early = lensAt(lens, BEFORE);
    expect(early).not.toBe(lens);
    expect(lensAt(lens, '2020-06-01T00:00:00Z')).toBe(early);
    expect(lensAt(lens, null)).toBe(early);
    expect(lensAt(early, SINCE)).toBe(lens);
    // Half past midnight in Tokyo is the day before in UTC.
    expect(lensAt(lens, '2027-01-01T00:30:00+09:00')).toBe(early);
    expect(announcedOf(lens, SINCE)).toEqual([]);
    const plain = lensFixture();
    expect(lensAt(plain, null)).toBe(plain);
  });

  it('leave no trace in a file for AWS', () => {
    const lens = announcing(lensFixture());
    expect(exportLens(lens.document, 'aws')).not.toContain('countsFrom');
    expect(exportLens(lens.document, 'ml-lens')).toContain('countsFrom');
  });

  it('complete a phase or open it again as of each event', () => {
    const lens = announcing(lensFixture());
    const { practices } = lens.question('q_three')!;
    const state = selected(...practices.slice(0, -1).map(({ id }) => id));
    const answered = {
      ...eventFixture(1, {
        type: 'ANSWERED',
        questionId: 'q_three',
        after: state,
      }),
      at: '2026-12-01T09:00:00.000Z',
    };
    const counted = {
      ...eventFixture(2, {
        type: 'PRACTICES_COUNTED',
        after: { on: FROM, practices: [] },
      }),
      at: '2027-01-01T00:05:00.000Z',
    };
    const build = (...events: (typeof answered)[]) =>
      replay(() => lens, events, '1').phases.get('build')!.iterations;
    expect(build(answered)).toMatchObject([{ status: 'COMPLETE' }]);
    // As with a new version, the iteration that was complete stays so.
    expect(build(answered, counted)).toMatchObject([{ status: 'COMPLETE' }]);
  });
});
