// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import {
  anyAnswer,
  monotoneLens,
  selected,
} from '../__testUtils__/lensFixture';
import type { CompiledLens } from '../lens/compile';
import { RISKS, type AnswerState } from '../model';
import { scorecardOf } from './scorecard';
import { standingOf, standingsOf } from './standing';

type Answers = Record<string, AnswerState>;

/** Random lenses, rules that reward one more practice, random answers. */
const review = monotoneLens().chain(lens =>
  fc.array(anyAnswer(lens), { maxLength: 12 }).map(answers => ({
    lens,
    answers: Object.fromEntries(
      answers.map(({ questionId, state }) => [questionId, state]),
    ) as Answers,
  })),
);

const cardOf = (lens: CompiledLens, answers: Answers) =>
  scorecardOf(
    lens,
    standingsOf(id => answers[id]),
  );
/** No score is below every score: the first answer never lowers anything. */
const orNothing = (score: number | null) => score ?? -1;

/** Many: what breaks a law is collected, because expecting takes its time. */
const RUNS = { numRuns: 10_000 };

const isShare = (share: number) => share >= 0 && share <= 1;

/** Every practice that is neither in place nor moot, with its answer. */
function* unmet(lens: CompiledLens, answers: Answers) {
  for (const question of lens.questions) {
    const state = answers[question.id] ?? selected();
    const moot = state.notApplicableChoices.map(({ choiceId }) => choiceId);
    for (const { id } of question.practices) {
      if (
        state.notApplicable === null &&
        !state.selectedChoices.includes(id) &&
        !moot.includes(id)
      ) {
        yield { question, state, id };
      }
    }
  }
}

describe('laws of scores', () => {
  it('a score is within 0..100, and missing exactly where nothing is answered', () => {
    fc.assert(
      fc.property(review, ({ lens, answers }) => {
        const card = cardOf(lens, answers);
        const { pillars, phases, matrix } = card;
        const broken = [card, ...pillars, ...phases, ...matrix].filter(
          ({ counts: { HIGH, MEDIUM, NONE }, score, coverage }) =>
            (score === null) !== (HIGH + MEDIUM + NONE === 0) ||
            !Number.isInteger(score ?? 0) ||
            !isShare((score ?? 0) / 100) ||
            !isShare(coverage),
        );
        expect(broken).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a score is 100 exactly where no applicable question is at risk or open', () => {
    fc.assert(
      fc.property(review, ({ lens, answers }) => {
        const card = cardOf(lens, answers);
        const { pillars, phases, matrix } = card;
        const broken = [card, ...pillars, ...phases, ...matrix].filter(
          ({ score, counts: { HIGH, MEDIUM, NONE, UNANSWERED } }) =>
            (score === 100) !== (NONE > 0 && HIGH + MEDIUM + UNANSWERED === 0),
        );
        expect(broken).toEqual([]);
      }),
      RUNS,
    );
  });

  it('none of these gives no points, whatever else does not apply', () => {
    fc.assert(
      fc.property(review, ({ lens, answers }) => {
        for (const question of lens.questions) {
          const standing = standingOf(question, {
            ...(answers[question.id] ?? selected()),
            notApplicable: null,
            selectedChoices: [question.noneOfTheseId!],
          });
          expect(standing).toMatchObject({
            points: 0,
            practices: { inPlace: 0 },
          });
        }
      }),
      RUNS,
    );
  });

  it('one more practice lowers neither points nor score', () => {
    fc.assert(
      fc.property(review, ({ lens, answers }) => {
        const before = orNothing(cardOf(lens, answers).score);
        const broken = [];
        for (const { question, state, id } of unmet(lens, answers)) {
          const more = {
            ...state,
            selectedChoices: [
              ...state.selectedChoices.filter(
                other => other !== question.noneOfTheseId,
              ),
              id,
            ],
          };
          const points = standingOf(question, more).points;
          const { score } = cardOf(lens, { ...answers, [question.id]: more });
          if (
            !(points > standingOf(question, state).points) ||
            !(orNothing(score) >= before)
          ) {
            broken.push({ id, points, score });
          }
        }
        expect(broken).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a practice that is not in place and turns out not to apply lowers nothing', () => {
    fc.assert(
      fc.property(review, ({ lens, answers }) => {
        const before = orNothing(cardOf(lens, answers).score);
        const broken = [];
        for (const { question, state, id } of unmet(lens, answers)) {
          const moot: AnswerState = {
            ...state,
            notApplicableChoices: [
              ...state.notApplicableChoices,
              { choiceId: id, reason: 'OUT_OF_SCOPE' },
            ],
          };
          const { score } = cardOf(lens, { ...answers, [question.id]: moot });
          if (!(orNothing(score) >= before)) {
            broken.push({ id, score });
          }
        }
        expect(broken).toEqual([]);
      }),
      RUNS,
    );
  });

  it('the score is the weighted mean of the points of its questions', () => {
    fc.assert(
      fc.property(review, ({ lens, answers }) => {
        const { score } = cardOf(lens, answers);
        const standings = lens.questions
          .map(question => ({
            weight: question.weight,
            ...standingOf(question, answers[question.id]),
          }))
          .filter(({ risk }) => risk !== 'NOT_APPLICABLE');
        const sum = (of: (s: (typeof standings)[number]) => number) =>
          standings.reduce((total, standing) => total + of(standing), 0);
        const mean =
          (100 * sum(({ weight, points }) => weight * points)) /
          sum(({ weight }) => weight);
        // Half a point of rounding, and up to one that 100 has to be free of.
        const off = score === null ? 0 : score - mean;
        expect(off).toBeLessThanOrEqual(0.5001);
        expect(-off).toBeLessThanOrEqual(score === 99 ? 1 : 0.5001);
      }),
      RUNS,
    );
  });

  it('every question and practice counts once: pillars add up to the lens', () => {
    fc.assert(
      fc.property(review, ({ lens, answers }) => {
        const card = cardOf(lens, answers);
        for (const risk of RISKS) {
          expect(
            card.pillars.reduce((sum, { counts }) => sum + counts[risk], 0),
          ).toBe(card.counts[risk]);
        }
        for (const part of ['inPlace', 'applicable'] as const) {
          expect(
            card.pillars.reduce(
              (sum, { practices }) => sum + practices[part],
              0,
            ),
          ).toBe(card.practices[part]);
        }
      }),
      RUNS,
    );
  });

  it('the order of choices within an answer does not matter', () => {
    fc.assert(
      fc.property(review, ({ lens, answers }) => {
        const answered = lens.questions.filter(({ id }) => answers[id]);
        for (const question of answered) {
          const state = answers[question.id]!;
          expect(
            standingOf(question, {
              ...state,
              selectedChoices: [...state.selectedChoices].reverse(),
              notApplicableChoices: [...state.notApplicableChoices].reverse(),
            }),
          ).toEqual(standingOf(question, state));
        }
      }),
      RUNS,
    );
  });
});
