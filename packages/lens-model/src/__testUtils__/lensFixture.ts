// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { compileLens, type CompiledLens } from '../lens/compile';
import {
  LENS_LIMITS,
  PRACTICE_RISK_LEVELS,
  type LensDocument,
  type LensQuestion,
} from '../lens/document';
import type { AnswerState, ReviewEvent } from '../model';
import { emptyAnswerState } from '../scoring';

/** A question of choices `<id>_1`… and `<id>_no`; all done: no risk, the first: medium. */
export function questionFixture(
  id: string,
  options: Partial<LensQuestion> & { size?: number } = {},
): LensQuestion {
  const { size = 2, ...overrides } = options;
  const choices = Array.from({ length: size }, (_, i) => `${id}_${i + 1}`);
  return {
    id,
    title: `Is ${id} done?`,
    choices: [...choices, `${id}_no`].map(choice => ({
      id: choice,
      title: choice,
    })),
    riskRules: [
      { condition: choices.join(' && '), risk: 'NO_RISK' },
      { condition: choices[0], risk: 'MEDIUM_RISK' },
      { condition: 'default', risk: 'HIGH_RISK' },
    ],
    ...overrides,
  };
}

/**
 * Two pillars, two phases and an empty one: `goal` holds `q_one` (security) and
 * `q_two` (cost, weight 3), `build` holds `q_three` (security); `q_four` (cost)
 * belongs to no phase.
 */
export function documentFixture(
  overrides: Partial<LensDocument> = {},
): LensDocument {
  return {
    schemaVersion: LENS_LIMITS.schemaVersion,
    name: 'Fixture',
    description: 'A small lens',
    phases: [
      { id: 'goal', name: 'Goal' },
      { id: 'build', name: 'Build' },
      { id: 'retire', name: 'Retire' },
    ],
    pillars: [
      {
        id: 'security',
        name: 'Security',
        questions: [
          questionFixture('q_one', { phase: 'goal' }),
          questionFixture('q_three', { phase: 'build' }),
        ],
      },
      {
        id: 'cost',
        name: 'Cost',
        questions: [
          questionFixture('q_two', { phase: 'goal', weight: 3 }),
          questionFixture('q_four'),
        ],
      },
    ],
    ...overrides,
  };
}

export function lensFixture(
  overrides: Partial<LensDocument> = {},
  version = '1',
): CompiledLens {
  return compileLens(documentFixture(overrides), { id: 'fixture', version });
}

/** An answer that selects these choices. */
export function selected(...choices: string[]): AnswerState {
  return { ...emptyAnswerState(), selectedChoices: choices };
}

/** Answers of a fixture question that give each risk. */
export function answerOf(
  questionId: string,
  risk: 'UNANSWERED' | 'HIGH' | 'MEDIUM' | 'NONE' | 'NOT_APPLICABLE',
): AnswerState {
  switch (risk) {
    case 'NONE':
      return selected(`${questionId}_1`, `${questionId}_2`);
    case 'MEDIUM':
      return selected(`${questionId}_1`);
    case 'HIGH':
      return selected(`${questionId}_no`);
    case 'NOT_APPLICABLE':
      return {
        ...emptyAnswerState(),
        notApplicable: { reason: 'OUT_OF_SCOPE' },
      };
    default:
      return emptyAnswerState();
  }
}

/** An instant so many minutes into 2026, as events are stored. */
export function minute(minutes: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString();
}

/** An event at minute `seq`, with nothing but what a test says. */
export function eventFixture(
  seq: number,
  event: Partial<ReviewEvent> & Pick<ReviewEvent, 'type'>,
): ReviewEvent {
  return {
    seq,
    at: minute(seq),
    by: 'user:default/ada',
    source: 'USER',
    lensVersion: '1',
    questionId: null,
    phaseId: null,
    before: null,
    after: null,
    ...event,
  };
}

/** Random lenses whose rules only ever reward one more practice. */
export function monotoneLens(): fc.Arbitrary<CompiledLens> {
  const question = fc.record({
    size: fc.integer({ min: 1, max: 5 }),
    weight: fc.constantFrom(undefined, 0.1, 0.5, 1, 2, 7),
    phase: fc.constantFrom(undefined, 'goal', 'build'),
    medium: fc.constantFrom('any', 'first', 'none'),
    riskLevels: fc.array(
      fc.option(fc.constantFrom(...PRACTICE_RISK_LEVELS), { nil: undefined }),
      { minLength: 5, maxLength: 5 },
    ),
  });
  return fc
    .array(fc.array(question, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map(pillars =>
      compileLens(
        documentFixture({
          pillars: pillars.map((questions, p) => ({
            id: `pillar_${p}`,
            name: `Pillar ${p}`,
            questions: questions.map(({ medium, riskLevels, ...rest }, q) => {
              const base = questionFixture(`q_${p}_${q}`, rest);
              const ids = base.choices.slice(0, -1).map(({ id }) => id);
              return {
                ...base,
                choices: base.choices.map((choice, i) => ({
                  ...choice,
                  riskLevel: riskLevels[i],
                })),
                riskRules: base.riskRules.flatMap(rule => {
                  if (rule.risk !== 'MEDIUM_RISK' || medium === 'first') {
                    return [rule];
                  }
                  return medium === 'any'
                    ? [{ ...rule, condition: ids.join(' || ') }]
                    : [];
                }),
              };
            }),
          })),
        }),
        { id: 'fixture', version: '1' },
      ),
    );
}

/** Any allowed answer of a question of the lens. */
export function anyAnswer(
  lens: CompiledLens,
): fc.Arbitrary<{ questionId: string; state: AnswerState }> {
  return fc.constantFrom(...lens.questions).chain(question => {
    const ids = question.choices
      .map(({ id }) => id)
      .filter(id => id !== question.noneOfTheseId);
    const none = question.noneOfTheseId ? [question.noneOfTheseId] : [];
    return fc
      .oneof(
        {
          weight: 6,
          arbitrary: fc.subarray(ids).map(some => selected(...some)),
        },
        { weight: 3, arbitrary: fc.constant(selected(...ids)) },
        { weight: 2, arbitrary: fc.constant(selected(...none)) },
        {
          weight: 1,
          arbitrary: fc.constant(answerOf(question.id, 'NOT_APPLICABLE')),
        },
        {
          weight: 3,
          arbitrary: fc
            .tuple(
              fc.subarray(ids),
              fc.oneof(fc.subarray(ids), fc.constant(none)),
            )
            .map(
              ([moot, some]): AnswerState => ({
                ...selected(...some.filter(id => !moot.includes(id))),
                notApplicableChoices: moot.map(choiceId => ({
                  choiceId,
                  reason: 'ARCHITECTURE_CONSTRAINTS',
                })),
              }),
            ),
        },
      )
      .map(state => ({ questionId: question.id, state }));
  });
}
